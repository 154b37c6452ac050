package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.OutputFile;
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

    /**
     * @param images how many there will be
     */
    Destination destination(Session session, int images) {
        if (output == null) {
            return new Destination.Vault();
        }
        if (!output.equals("-")) {
            return new Destination.InFiles(
                    OutputFile.named(output, session.surroundings().workingDirectory()));
        }
        if (images > 1) {
            throw new IllegalArgumentException(
                    "-o - takes one image but %d are to be made; name a file".formatted(images));
        }
        if (session.options().json()) {
            throw new IllegalArgumentException("-o - and --json both want standard output; name a file for the image");
        }
        return new Destination.StandardOutput(session.console());
    }
}
