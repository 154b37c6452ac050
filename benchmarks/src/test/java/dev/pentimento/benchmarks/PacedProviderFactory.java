package dev.pentimento.benchmarks;

import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import java.time.Duration;
import java.util.Optional;
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
        ImageEditor editor = new PacedEditor(time);
        PacedLoop loop = new PacedLoop(time);
        return new Provider() {
            @Override
            public String description() {
                return "Takes a fixed time";
            }

            @Override
            public Optional<ImageEditor> editor() {
                return Optional.of(editor);
            }

            @Override
            public Optional<ImageGenerator> generator() {
                return Optional.of(loop);
            }

            @Override
            public Optional<ImageCritic> critic() {
                return Optional.of(loop);
            }

            @Override
            public Optional<PromptWriter> writer() {
                return Optional.of(loop);
            }
        };
    }
}
