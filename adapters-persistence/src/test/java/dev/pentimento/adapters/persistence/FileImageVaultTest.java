package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.testkit.ImageVaultContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileImageVaultTest extends ImageVaultContract {
    @TempDir
    private Path home;

    private ImageVault vault;

    @BeforeEach
    void open() {
        vault = new FileImageVaultFactory().open(home);
    }

    @Override
    protected ImageVault vault() {
        return vault;
    }
}
