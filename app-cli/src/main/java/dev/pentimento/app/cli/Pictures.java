package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.ImageFiles;
import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.RefineImage.Given;
import dev.pentimento.ports.in.RefineImage.Picture;
import dev.pentimento.ports.in.RefineImage.Remote;
import dev.pentimento.ports.in.RefineImage.Stored;
import dev.pentimento.ports.in.RefineImage.Uploaded;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.in.ShowVersion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the user points at, found. */
final class Pictures {
    private Pictures() {}

    /** A URL, a file, already read, or else a version that may or may not exist. */
    static Picture picture(PictureArgument argument, ImageFiles files) {
        return argument.url()
                .<Picture>map(Remote::new)
                .orElseGet(() -> files.find(argument)
                        .<Picture>map(Uploaded::new)
                        .orElseGet(() -> new Stored(new VersionReference(argument.text()))));
    }

    /** A URL, or else a file, already read. */
    static Given given(PictureArgument argument, ImageFiles files) {
        return argument.url().<Given>map(Remote::new).orElseGet(() -> new Uploaded(files.read(argument.text())));
    }

    /** Tells people that the network is waited for. */
    static void announce(List<? extends Picture> pictures, Console console) {
        if (!console.isQuiet()) {
            pictures.stream()
                    .flatMap(picture -> picture instanceof Remote remote ? Stream.of(remote) : Stream.empty())
                    .forEach(remote -> console.note(
                            "Fetching " + Words.line(SourceUrl.of(remote.url()).shown())));
        }
    }

    /** Says of a name that is neither a file nor a version that it is neither. */
    static Picture checked(Picture picture, Workbench bench) {
        return picture.match(stored -> checked(stored, bench), given -> given);
    }

    private static Stored checked(Stored stored, Workbench bench) {
        try {
            bench.useCases().showVersion().handle(new ShowVersion.Query(UserId.LOCAL, stored.reference()));
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
        return bench.useCases()
                .showLineage()
                .handle(new ShowLineage.Query(UserId.LOCAL, named))
                .concept()
                .id();
    }
}
