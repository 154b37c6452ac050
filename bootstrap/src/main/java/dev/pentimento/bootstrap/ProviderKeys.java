package dev.pentimento.bootstrap;

import dev.pentimento.ports.in.ListProviders.Access;
import java.util.List;
import java.util.Set;

/** Whether the keys of providers are there, and where; never what they are. */
final class ProviderKeys {
    private final Settings settings;

    ProviderKeys(Settings settings) {
        this.settings = settings;
    }

    /** Of all its keys, the first that is missing. */
    Access access(String provider) {
        List<Setting<?>> keys =
                keys().stream().filter(key -> providerOf(key).equals(provider)).toList();
        if (keys.isEmpty()) {
            return new Access(Access.Key.NOT_NEEDED, "");
        }
        return keys.stream()
                .filter(key -> settings.text(key).isEmpty())
                .findFirst()
                .map(key -> new Access(Access.Key.MISSING, variable(key)))
                .orElseGet(() -> new Access(Access.Key.FOUND, settings.origin(keys.get(0))));
    }

    /** Keys that are set, and not those of the named providers. */
    List<Setting<?>> unused(Set<String> named) {
        return keys().stream()
                .filter(key -> settings.text(key).isPresent() && !named.contains(providerOf(key)))
                .toList();
    }

    private List<Setting<?>> keys() {
        return settings.known().all().stream()
                .filter(Setting::secret)
                .<Setting<?>>map(key -> key)
                .toList();
    }

    /** All secrets so far are below {@code providers.<name>}. */
    static String providerOf(Setting<?> key) {
        return key.key().replaceFirst("^providers\\.", "").replaceFirst("\\..*", "");
    }

    private static String variable(Setting<?> key) {
        return key.vendorVariables().isEmpty()
                ? key.environmentName()
                : key.vendorVariables().get(0);
    }
}
