package dev.pentimento.ports.spi;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings below {@code providers.<name>}, and what the model catalogue says of the provider's models. Values never appear in {@link #toString()}. */
public final class ProviderSettings {
    private final String provider;
    private final Map<String, String> values;
    private final List<ModelFacts> models;
    private final InstantSource clock;

    private ProviderSettings(
            String provider, Map<String, String> values, List<ModelFacts> models, InstantSource clock) {
        this.provider = provider;
        this.values = Map.copyOf(values);
        this.models = List.copyOf(models);
        this.clock = clock;
    }

    public static ProviderSettings of(String provider, Map<String, String> values) {
        return of(provider, values, List.of());
    }

    /** Of a time at which no model is gone yet. */
    public static ProviderSettings of(String provider, Map<String, String> values, List<ModelFacts> models) {
        return of(provider, values, models, () -> Instant.EPOCH);
    }

    public static ProviderSettings of(
            String provider, Map<String, String> values, List<ModelFacts> models, InstantSource clock) {
        return new ProviderSettings(provider, values, models, clock);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The models of this provider that the catalogue knows, in its order. */
    public List<ModelFacts> models() {
        return models;
    }

    public Optional<ModelFacts> model(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /**
     * The model, if the catalogue knows it; for adapters to ask before they say what a model can do, and before they call it.
     *
     * @throws dev.pentimento.ports.failure.ProviderFailure.ModelRetired if it is gone by now (UTC)
     */
    public Optional<ModelFacts> offered(String id) {
        Optional<ModelFacts> model = model(id);
        model.ifPresent(facts -> facts.requireOffered(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return model;
    }

    /** The full name of a key, for messages. */
    public String fullKey(String key) {
        return "providers." + provider + "." + key;
    }

    @Override
    public String toString() {
        return "ProviderSettings[%s %s]".formatted(provider, values.keySet());
    }
}
