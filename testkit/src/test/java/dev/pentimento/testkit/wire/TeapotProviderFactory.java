package dev.pentimento.testkit.wire;

import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import java.net.URI;
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
        return Roles.of("Teapots")
                .editing(new TeapotEditor(desk))
                .generating(new TeapotGenerator(desk))
                .judging(new TeapotCritic(desk))
                .writing(new TeapotWriter(desk));
    }
}
