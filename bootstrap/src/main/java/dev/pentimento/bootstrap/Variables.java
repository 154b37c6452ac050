package dev.pentimento.bootstrap;

import dev.pentimento.ports.spi.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Named values from the environment or from {@code .env}; an empty one counts as absent. */
final class Variables {
    private static final String OURS = "PENTIMENTO_";
    /** Read by the launcher before there is a configuration. */
    private static final Set<String> NOT_SETTINGS = Set.of("PENTIMENTO_JAVA_OPTS");

    private static final Pattern SECRET_NAME = Pattern.compile(".*(KEY|TOKEN|SECRET|PASSWORD)");

    private final Map<String, SourcedText> byName;

    Variables(Map<String, SourcedText> byName) {
        this.byName = new TreeMap<>(byName);
    }

    static Variables ofEnvironment(Map<String, String> environment) {
        Map<String, SourcedText> byName = new LinkedHashMap<>();
        environment.forEach((name, value) -> byName.put(name, new SourcedText(value, "environment " + name)));
        return new Variables(byName);
    }

    Optional<String> value(String name) {
        return find(name).map(SourcedText::text);
    }

    /** Our own name for the setting is stronger than the vendor's. */
    Optional<SourcedText> find(Setting<?> setting) {
        return names(setting).flatMap(name -> find(name).stream()).findFirst();
    }

    /** Tells of variables with our prefix that no setting reads. */
    void reportUnknown(KnownSettings known, Problems problems) {
        Set<String> readable =
                known.all().stream().map(Setting::environmentName).collect(Collectors.toSet());
        byName.forEach((name, found) -> {
            if (name.startsWith(OURS) && !readable.contains(name) && !NOT_SETTINGS.contains(name)) {
                problems.add(
                        found.origin(), "unknown variable '%s'%s".formatted(name, Suggestion.hint(name, readable)));
            }
        });
    }

    /** Whether one of them is a key to something: one of ours, or one that is called so. */
    boolean holdSecret(KnownSettings known) {
        return known.all().stream()
                        .anyMatch(setting -> setting.secret() && find(setting).isPresent())
                || byName.keySet().stream()
                        .anyMatch(name -> SECRET_NAME.matcher(name).matches());
    }

    private static Stream<String> names(Setting<?> setting) {
        return Stream.concat(Stream.of(setting.environmentName()), setting.vendorVariables().stream());
    }

    private Optional<SourcedText> find(String name) {
        return Optional.ofNullable(byName.get(name)).filter(it -> !it.text().isBlank());
    }
}
