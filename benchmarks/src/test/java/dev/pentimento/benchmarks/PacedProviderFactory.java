package dev.pentimento.benchmarks;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Offers an editor that takes exactly as long as its setting {@code millis} says. */
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
        ImageEditor editor = new PacedEditor(
                Duration.ofMillis(Long.parseLong(settings.find(MILLIS).orElse("0"))));
        return new Provider() {
            @Override
            public String description() {
                return "Takes a fixed time";
            }

            @Override
            public Optional<ImageEditor> editor() {
                return Optional.of(editor);
            }
        };
    }
}
