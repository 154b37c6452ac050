package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.spi.ImageVaultFactory;
import java.nio.file.Path;
import java.time.InstantSource;

/** Images as plain files, below {@code images} in the home. */
public final class FileImageVaultFactory implements ImageVaultFactory {
    @Override
    public String name() {
        return "files";
    }

    @Override
    public ImageVault open(Path home) {
        return FileImageVault.open(Home.open(home), InstantSource.system());
    }
}
