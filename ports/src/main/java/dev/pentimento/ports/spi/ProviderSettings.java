package dev.pentimento.ports.spi;

import java.util.Map;
import java.util.Optional;

/** The settings below {@code providers.<name>}. Values never appear in {@link #toString()}. */
public final class ProviderSettings {
    private final String provider;
    private final Map<String, String> values;

    private ProviderSettings(String provider, Map<String, String> values) {
        this.provider = provider;
        this.values = Map.copyOf(values);
    }

    public static ProviderSettings of(String provider, Map<String, String> values) {
        return new ProviderSettings(provider, values);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
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
