package dev.pentimento.application;

import dev.pentimento.ports.in.ListProviders.Model;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Providers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of models today. */
final class Models {
    private final Providers providers;
    private final Mint mint;

    Models(Providers providers, Mint mint) {
        this.providers = providers;
        this.mint = mint;
    }

    List<Model> of(String provider) {
        Set<String> configured = providers.configuredModels(provider);
        return providers.models(provider).stream()
                .map(model -> listed(model, configured.contains(model.id())))
                .toList();
    }

    private Model listed(ModelFacts model, boolean configured) {
        return new Model(
                model.id(),
                model.uses(),
                model.prices(),
                model.source(),
                model.checked(),
                model.shutdown(),
                model.successor(),
                configured,
                model.warnings(today()));
    }

    /** @param id null or empty = none */
    boolean isKnown(String provider, @Nullable String id) {
        return id != null && find(provider, id).isPresent();
    }

    Optional<ModelFacts> find(String provider, String id) {
        return providers.models(provider).stream()
                .filter(model -> model.id().equals(id))
                .findFirst();
    }

    /**
     * Lets pass what the catalogue does not know.
     *
     * @param id null or empty = the provider decides
     * @throws dev.pentimento.ports.failure.ProviderFailure.ModelRetired if it is gone
     */
    void requireOffered(String provider, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            find(provider, id).ifPresent(model -> model.requireOffered(today()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(mint.now(), ZoneOffset.UTC);
    }
}
