package dev.pentimento.testkit.wire;

import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Offers the adapter of a vendor that does not exist, with one flaw or none. */
final class TeapotProviderFactory implements ProviderFactory {
    static final String NAME = "teapot";

    private final Flaw flaw;

    TeapotProviderFactory(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of("url", "key");
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        String key = settings.find("key").orElse("");
        TeapotClient client = new TeapotClient(URI.create(settings.find("url").orElse("")), key, flaw);
        TeapotDesk desk = new TeapotDesk(settings, client, key, flaw);
        ImageEditor editor = new TeapotEditor(desk);
        return new Provider() {
            @Override
            public String description() {
                return "Teapots";
            }

            @Override
            public Optional<ImageEditor> editor() {
                return Optional.of(editor);
            }

            @Override
            public Optional<ImageGenerator> generator() {
                return Optional.of(new TeapotGenerator(desk));
            }

            @Override
            public Optional<ImageCritic> critic() {
                return Optional.of(new TeapotCritic(desk));
            }

            @Override
            public Optional<PromptWriter> writer() {
                return Optional.of(new TeapotWriter(desk));
            }
        };
    }
}
