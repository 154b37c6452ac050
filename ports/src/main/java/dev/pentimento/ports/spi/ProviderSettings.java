package dev.pentimento.ports.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings below {@code providers.<name>}, and what the model catalogue says of the provider's models. Values never appear in {@link #toString()}. */
public final class ProviderSettings {
    private final String provider;
    private final Map<String, String> values;
    private final List<ModelFacts> models;

    private ProviderSettings(String provider, Map<String, String> values, List<ModelFacts> models) {
        this.provider = provider;
        this.values = Map.copyOf(values);
        this.models = List.copyOf(models);
    }

    public static ProviderSettings of(String provider, Map<String, String> values) {
        return of(provider, values, List.of());
    }

    public static ProviderSettings of(String provider, Map<String, String> values, List<ModelFacts> models) {
        return new ProviderSettings(provider, values, models);
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

    /** The full name of a key, for messages. */
    public String fullKey(String key) {
        return "providers." + provider + "." + key;
    }

    @Override
    public String toString() {
        return "ProviderSettings[%s %s]".formatted(provider, values.keySet());
    }
}
