package dev.pentimento.bootstrap;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.Suggestion;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The factories of one kind of adapter, each under its own name. */
final class NamedFactories<F> {
    private final String kind;
    private final SortedMap<String, F> byName = new TreeMap<>();

    /**
     * @param kind what people call it, singular
     * @param name says how a factory calls itself
     */
    NamedFactories(String kind, Iterable<F> found, Function<F, String> name) {
        this.kind = kind;
        try {
            found.forEach(factory -> add(name.apply(factory), factory));
        } catch (ServiceConfigurationError broken) {
            throw unusable(
                    "A jar on the class path registers an adapter (%s) that cannot be loaded: %s. Replace or remove that jar"
                            .formatted(kind, broken.getMessage()));
        }
    }

    private void add(String name, F factory) {
        F rival = byName.putIfAbsent(name, factory);
        if (rival != null) {
            throw unusable("Two jars on the class path register the %s '%s': %s and %s. Remove one of them"
                    .formatted(
                            kind,
                            name,
                            rival.getClass().getName(),
                            factory.getClass().getName()));
        }
    }

    SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
    }

    Optional<F> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    F get(String name) {
        return find(name).orElseThrow(() -> unusable(missing(kind, name, names())));
    }

    /** Why a name cannot be used, for people. */
    static String missing(String kind, String name, Set<String> present) {
        String hint = Suggestion.hint(name, present);
        return "No %s named '%s'%s Known: %s".formatted(kind, name, hint.isEmpty() ? "." : hint, listed(present));
    }

    static String listed(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** The one factory there is. */
    F only() {
        if (byName.size() != 1) {
            throw unusable(
                    "Exactly one %s must be on the class path but there is: %s".formatted(kind, listed(names())));
        }
        return byName.values().iterator().next();
    }

    private static InvalidSettings unusable(String problem) {
        return new InvalidSettings(List.of(problem));
    }
}
