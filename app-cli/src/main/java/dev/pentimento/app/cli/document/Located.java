package dev.pentimento.app.cli.document;

import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ShowVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A version and where the user finds its image.
 *
 * @param path absolute, of a file that exists; empty where the vault keeps no files
 */
public record Located(ShowVersion.Details details, Optional<Path> path) {
    public static Located inVault(ShowVersion.Details details) {
        return new Located(details, details.file());
    }

    public Version version() {
        return details.version();
    }
}
