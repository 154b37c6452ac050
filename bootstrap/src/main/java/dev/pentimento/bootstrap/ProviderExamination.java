package dev.pentimento.bootstrap;

import dev.pentimento.bootstrap.Doctor.Finding;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.Provider;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether the providers that the settings name are there, have their keys, and can do what they are named for. */
final class ProviderExamination {
    /** What a provider must offer for a role. Judging is looked at when it is asked for. */
    private static final Map<Setting<List<String>>, Predicate<Provider>> ABILITIES = abilities();

    private final Settings settings;
    private final AdapterCatalogue catalogue;

    ProviderExamination(Settings settings, AdapterCatalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        AdapterNames.named(settings).forEach(name -> findings.addAll(examine(name)));
        unusedKeys().forEach(findings::add);
        return findings;
    }

    private List<Finding> examine(String name) {
        String subject = "provider " + name;
        Optional<Setting<?>> missingKey =
                keys(name).stream().filter(key -> settings.text(key).isEmpty()).findFirst();
        if (missingKey.isPresent()) {
            return List.of(Finding.problem(subject, "has no key", "Set " + variable(missingKey.get())));
        }
        try (Provider provider =
                catalogue.provider(name).create(settings.providerSettings(name), ProviderExamination::nothing)) {
            return examine(subject, name, provider);
        } catch (InvalidSettings unusable) {
            return List.of(Finding.problem(subject, unusable, "Name another in pentimento.yml"));
        }
    }

    /** A provider that is only looked at fetches nothing. */
    private static ImageFile nothing(URI url, CallContext context) {
        throw new IllegalStateException("A provider fetched %s before it was asked for anything".formatted(url));
    }

    private List<Finding> examine(String subject, String name, Provider provider) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(subject, provider.description() + keysFound(name)));
        ABILITIES.forEach((role, able) -> {
            if (settings.value(role).contains(name) && !able.test(provider)) {
                findings.add(
                        Finding.warning(subject, "cannot do what " + role.key() + " asks of it", "Name another there"));
            }
        });
        return findings;
    }

    private String keysFound(String name) {
        return keys(name).isEmpty()
                ? ""
                : "; key found: " + settings.origin(keys(name).get(0));
    }

    private List<Finding> unusedKeys() {
        Set<String> named = AdapterNames.named(settings);
        return settings.known().all().stream()
                .filter(setting -> setting.secret() && settings.text(setting).isPresent())
                .filter(setting -> !named.contains(providerOf(setting)))
                .map(setting -> Finding.ok(
                        "provider " + providerOf(setting),
                        "key found (%s); no role uses it".formatted(settings.origin(setting))))
                .toList();
    }

    private List<Setting<?>> keys(String name) {
        return settings.known().all().stream()
                .filter(setting -> setting.secret() && providerOf(setting).equals(name))
                .<Setting<?>>map(setting -> setting)
                .toList();
    }

    /** All secrets so far are below {@code providers.<name>}. */
    private static String providerOf(Setting<?> setting) {
        return setting.key().replaceFirst("^providers\\.", "").replaceFirst("\\..*", "");
    }

    private static String variable(Setting<?> key) {
        return key.vendorVariables().isEmpty()
                ? key.environmentName()
                : key.vendorVariables().get(0);
    }

    private static Map<Setting<List<String>>, Predicate<Provider>> abilities() {
        Map<Setting<List<String>>, Predicate<Provider>> abilities = new LinkedHashMap<>();
        abilities.put(KnownSettings.EDIT, provider -> provider.editor().isPresent());
        abilities.put(KnownSettings.GENERATE, provider -> provider.generator().isPresent());
        abilities.put(KnownSettings.WRITE, provider -> provider.writer().isPresent());
        return abilities;
    }
}
