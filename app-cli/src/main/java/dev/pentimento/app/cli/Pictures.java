package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.ImageFiles;
import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.RefineImage.Picture;
import dev.pentimento.ports.in.RefineImage.Stored;
import dev.pentimento.ports.in.RefineImage.Uploaded;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.in.ShowVersion;
import org.jspecify.annotations.Nullable;

/** What the user points at, found. */
final class Pictures {
    private Pictures() {}

    /** A file, already read, or else a version that may or may not exist. */
    static Picture picture(PictureArgument argument, ImageFiles files) {
        return files.find(argument)
                .<Picture>map(Uploaded::new)
                .orElseGet(() -> new Stored(new VersionReference(argument.text())));
    }

    /** Says of a name that is neither a file nor a version that it is neither. */
    static Picture checked(Picture picture, Workbench bench) {
        return picture.match(stored -> checked(stored, bench), uploaded -> uploaded);
    }

    private static Stored checked(Stored stored, Workbench bench) {
        try {
            bench.showVersion().handle(new ShowVersion.Query(UserId.LOCAL, stored.reference()));
            return stored;
        } catch (UnknownReference e) {
            throw new UnknownReference(
                    "No such file: %s; nor is it a version: %s".formatted(stored.reference(), e.getMessage()));
        }
    }

    /** By its id or the beginning of it; null when none is named. */
    static @Nullable ConceptId concept(@Nullable String named, Workbench bench) {
        if (named == null) {
            return null;
        }
        if (named.isBlank()) {
            throw new IllegalArgumentException("--concept needs an id; list them with: pentimento concepts");
        }
        return bench.showLineage()
                .handle(new ShowLineage.Query(UserId.LOCAL, named))
                .concept()
                .id();
    }
}
