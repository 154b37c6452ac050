package dev.pentimento.benchmarks;

import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import java.time.Duration;
import java.util.Set;

/** Offers every role, each taking exactly as long as the setting {@code millis} says. */
public final class PacedProviderFactory implements ProviderFactory {
    static final String NAME = "paced";
    private static final String MILLIS = "millis";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of(MILLIS);
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        Duration time = Duration.ofMillis(Long.parseLong(settings.find(MILLIS).orElse("0")));
        PacedLoop loop = new PacedLoop(time);
        return Roles.of("Takes a fixed time")
                .editing(new PacedEditor(time))
                .generating(loop)
                .judging(loop)
                .writing(loop);
    }
}
