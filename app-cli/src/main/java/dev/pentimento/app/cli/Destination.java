package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.OutputFile;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.ReadImage.Carrying;
import dev.pentimento.ports.in.ShowVersion.Details;
import java.util.Optional;

/** Where the user wants made images. The home keeps them in any case. */
sealed interface Destination {

    /**
     * @param number which of the made images this is, from 1
     */
    Located deliver(Workbench bench, Details details, int number);

    /** Whether standard output is taken, so that nothing else may be written there. */
    default boolean isStandardOutput() {
        return false;
    }

    /** In the home alone. */
    record Vault() implements Destination {
        @Override
        public Located deliver(Workbench bench, Details details, int number) {
            return Located.inVault(details);
        }
    }

    /** In files named by the user. */
    record InFiles(OutputFile first, Carrying carrying) implements Destination {
        @Override
        public Located deliver(Workbench bench, Details details, int number) {
            OutputFile file = first.numbered(number);
            file.write(read(bench, details, file.mediaType(), carrying));
            return new Located(details, Optional.of(file.path()));
        }
    }

    /** The next program in the pipe. */
    record StandardOutput(Console console, Carrying carrying) implements Destination {
        @Override
        public Located deliver(Workbench bench, Details details, int number) {
            console.bytes(read(bench, details, MediaType.PNG, carrying));
            return Located.inVault(details);
        }

        @Override
        public boolean isStandardOutput() {
            return true;
        }
    }

    private static byte[] read(Workbench bench, Details details, MediaType mediaType, Carrying carrying) {
        VersionReference reference = new VersionReference(details.version().id().toString());
        return bench.useCases()
                .readImage()
                .handle(new ReadImage.Query(UserId.LOCAL, reference, mediaType, carrying))
                .bytes();
    }
}
