package dev.pentimento.adapters.local;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import java.util.List;
import java.util.Set;

/** Offers the embedded engine under the name {@code local}. Its setting {@code seed} fixes chance where a request does not; the default is 1. */
public final class LocalProviderFactory implements ProviderFactory {
    private static final String DESCRIPTION =
            "The embedded engine: real edits of tone, colour, style, lettering and subject; no key, no network, free of charge";

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
        long seed = seed(settings);
        return Roles.of(DESCRIPTION)
                .editing(new LocalEditor(seed))
                .generating(new OriginalsGenerator(seed))
                .judging(new LocalCritic())
                .writing(new LocalWriter());
    }

    private static long seed(ProviderSettings settings) {
        String seed = settings.find(SEED).orElse(DEFAULT_SEED).strip();
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException e) {
            throw new InvalidSettings(
                    List.of("%s must be a whole number but is '%s'".formatted(settings.fullKey(SEED), seed)));
        }
    }
}
