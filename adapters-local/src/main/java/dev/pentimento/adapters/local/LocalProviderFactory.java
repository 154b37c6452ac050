package dev.pentimento.adapters.local;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.List;
import java.util.Set;

/** Offers the embedded engine under the name {@code local}. Its setting {@code seed} fixes chance where a request does not; the default is 1. */
public final class LocalProviderFactory implements ProviderFactory {
    private static final String SEED = "seed";
    private static final String DEFAULT_SEED = "1";

    @Override
    public String name() {
        return LocalEditor.PROVIDER;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of(SEED);
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        String seed = settings.find(SEED).orElse(DEFAULT_SEED).strip();
        try {
            return new LocalProvider(Long.parseLong(seed));
        } catch (NumberFormatException e) {
            throw new InvalidSettings(
                    List.of("%s must be a whole number but is '%s'".formatted(settings.fullKey(SEED), seed)));
        }
    }
}
