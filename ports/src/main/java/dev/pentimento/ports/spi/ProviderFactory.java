package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.ImageSource;
import java.util.Set;

/** Registers a provider under the name that the configuration uses; found through {@link java.util.ServiceLoader}. */
public interface ProviderFactory {

    /** Lower case, such as {@code openai}. */
    String name();

    /** The keys it understands below {@code providers.<name>}. */
    Set<String> settingKeys();

    /**
     * Builds the provider without calling it.
     *
     * @param results fetches what the provider answers with URLs; carries no key
     * @throws dev.pentimento.ports.failure.InvalidSettings if the settings cannot be used
     */
    Provider create(ProviderSettings settings, ImageSource results);
}
