package dev.pentimento.bootstrap;

import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.Set;

/** Proves that the class path is searched. */
public final class RegisteredProviderFactory implements ProviderFactory {
    @Override
    public String name() {
        return "registered-in-tests";
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of();
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        return () -> "Does nothing";
    }
}
