package dev.pentimento.bootstrap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the adapters that the settings name are on the class path. */
final class AdapterNames {
    private AdapterNames() {}

    /** Looks only at names that somebody wrote: whether the default ones are there is asked when they are needed. */
    static void checkWritten(Settings settings, AdapterCatalogue catalogue, Problems problems) {
        roles().filter(settings::isWritten)
                .forEach(role -> checkRole(settings, role, catalogue.providerNames(), problems));
        checkKind(
                settings, KnownSettings.RECORDS, AdapterCatalogue.KIND_OF_RECORDS, catalogue.recordsNames(), problems);
        checkKind(settings, KnownSettings.IMAGES, AdapterCatalogue.KIND_OF_IMAGES, catalogue.imagesNames(), problems);
    }

    static void checkProviders(Settings settings, SortedSet<String> present, Problems problems) {
        roles().forEach(role -> checkRole(settings, role, present, problems));
    }

    /** The providers that serve any role, each once. */
    static Set<String> named(Settings settings) {
        return roles().flatMap(role -> settings.value(role).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The roles that a provider serves, by the last words of their keys, such as {@code edit}. */
    static Set<String> roles(Settings settings, String provider) {
        return roles().filter(role -> settings.value(role).contains(provider))
                .map(role -> role.key().substring(role.key().lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Setting<List<String>>> roles() {
        return Stream.of(KnownSettings.EDIT, KnownSettings.GENERATE, KnownSettings.CRITIQUE, KnownSettings.WRITE);
    }

    private static void checkRole(
            Settings settings, Setting<List<String>> role, SortedSet<String> present, Problems problems) {
        settings.value(role).stream()
                .filter(name -> !present.contains(name))
                .forEach(name ->
                        problems.add(settings.origin(role), role.key() + ": " + KnownProviders.missing(name, present)));
    }

    private static void checkKind(
            Settings settings, Setting<String> setting, String kind, SortedSet<String> present, Problems problems) {
        String name = settings.value(setting);
        if (settings.isWritten(setting) && !present.contains(name)) {
            problems.add(settings.origin(setting), setting.key() + ": " + NamedFactories.missing(kind, name, present));
        }
    }
}
