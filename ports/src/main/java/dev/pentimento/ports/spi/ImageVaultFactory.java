package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.ImageVault;
import java.nio.file.Path;

/** Registers a kind of image vault under the name that {@code storage.images} uses. */
public interface ImageVaultFactory {

    String name();

    /**
     * Opens the vault of a home, creating it first where needed.
     *
     * @throws dev.pentimento.ports.failure.StorageFailure if that is not possible
     */
    ImageVault open(Path home);
}
