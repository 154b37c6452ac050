package dev.pentimento.testkit;

import dev.pentimento.ports.out.ImageVault;

class InMemoryImageVaultTest extends ImageVaultContract {
    private final ImageVault vault = new InMemoryImageVault();

    @Override
    protected ImageVault vault() {
        return vault;
    }
}
