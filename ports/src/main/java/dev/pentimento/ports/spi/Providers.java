package dev.pentimento.ports.spi;

import dev.pentimento.ports.in.ListProviders.Access;
import dev.pentimento.ports.in.ListProviders.Role;
import java.util.List;
import java.util.Set;

/** The providers of this installation, by name. Safe for use by several threads. */
public interface Providers {

    /** The names configured for a role, in the order of preference. */
    List<String> serving(Role role);

    /**
     * The provider itself, built when first asked for.
     *
     * @throws dev.pentimento.ports.failure.InvalidSettings if there is none of that name, or its settings cannot be used
     */
    Provider named(String name);

    /** Every name there is a provider for, whether or not it serves a role. */
    Set<String> names();

    /** What the catalogue says of a provider's models, in its order; empty where it knows none. */
    default List<ModelFacts> models(String name) {
        return List.of();
    }

    /** The models that the settings of a provider name. */
    default Set<String> configuredModels(String name) {
        return Set.of();
    }

    /** Whether a provider has its key. */
    default Access access(String name) {
        return new Access(Access.Key.NOT_NEEDED, "");
    }

    /** How calls to a provider are limited. */
    CallPolicy policy(String name);
}
