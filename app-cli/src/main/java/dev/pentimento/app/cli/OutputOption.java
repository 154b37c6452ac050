package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.OutputFile;
import dev.pentimento.ports.in.ReadImage.Carrying;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where made images go beside the home. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write the image to FILE (.png or .jpg) too; further ones to FILE-2, FILE-3, ...; - = standard output.")
    private @Nullable String output;

    @Option(names = "--bare", description = "Write it without provenance metadata: nothing but pixels.")
    private boolean bare;

    /**
     * @param images how many there will be
     */
    Destination destination(Session session, int images) {
        if (output == null) {
            return vault();
        }
        if (!output.equals("-")) {
            return new Destination.InFiles(
                    OutputFile.named(output, session.surroundings().workingDirectory()), carrying());
        }
        if (images > 1) {
            throw new IllegalArgumentException(
                    "-o - takes one image but %d are to be made; name a file".formatted(images));
        }
        if (session.options().json()) {
            throw new IllegalArgumentException("-o - and --json both want standard output; name a file for the image");
        }
        return new Destination.StandardOutput(session.console(), carrying());
    }

    private Destination vault() {
        if (bare) {
            throw new IllegalArgumentException("--bare says how -o writes the image; name a file with -o");
        }
        return new Destination.Vault();
    }

    private Carrying carrying() {
        return bare ? Carrying.NOTHING : Carrying.PROVENANCE;
    }
}
