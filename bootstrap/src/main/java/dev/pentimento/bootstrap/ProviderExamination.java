package dev.pentimento.bootstrap;

import dev.pentimento.bootstrap.Doctor.Finding;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.in.ListProviders.Access;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether the providers that the settings name are there, have their keys, and can do what they are named for. */
final class ProviderExamination {
    /** What a provider must offer for a role. Judging is looked at when it is asked for. */
    private static final Map<Setting<List<String>>, Predicate<Provider>> ABILITIES = abilities();

    private final Settings settings;
    private final AdapterCatalogue catalogue;
    private final InstantSource clock;
    private final ProviderKeys keys;

    ProviderExamination(Settings settings, AdapterCatalogue catalogue, InstantSource clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.keys = new ProviderKeys(settings);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        AdapterNames.named(settings).forEach(name -> findings.addAll(examine(name)));
        unusedKeys().forEach(findings::add);
        return findings;
    }

    private List<Finding> examine(String name) {
        String subject = "provider " + name;
        Access access = keys.access(name);
        if (access.key() == Access.Key.MISSING) {
            return List.of(Finding.problem(subject, "has no key", "Set " + access.where()));
        }
        ProviderSettings own = settings.providerSettings(name, clock);
        try (Provider provider = catalogue.provider(name).create(own, ProviderExamination::nothing)) {
            return Stream.concat(
                            examine(subject, name, provider, access).stream(),
                            new ModelExamination(settings, clock).findings(name).stream())
                    .toList();
        } catch (InvalidSettings unusable) {
            return List.of(Finding.problem(subject, unusable, "Name another in pentimento.yml"));
        }
    }

    /** A provider that is only looked at fetches nothing. */
    private static ImageFile nothing(URI url, CallContext context) {
        throw new IllegalStateException("A provider fetched %s before it was asked for anything".formatted(url));
    }

    private List<Finding> examine(String subject, String name, Provider provider, Access access) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(subject, provider.description() + found(access)));
        ABILITIES.forEach((role, able) -> {
            if (settings.value(role).contains(name) && !able.test(provider)) {
                findings.add(
                        Finding.warning(subject, "cannot do what " + role.key() + " asks of it", "Name another there"));
            }
        });
        return findings;
    }

    private static String found(Access access) {
        return access.key() == Access.Key.FOUND ? "; key found: " + access.where() : "";
    }

    private List<Finding> unusedKeys() {
        return keys.unused(AdapterNames.named(settings)).stream()
                .map(key -> Finding.ok(
                        "provider " + ProviderKeys.providerOf(key),
                        "key found (%s); no role uses it".formatted(settings.origin(key))))
                .toList();
    }

    private static Map<Setting<List<String>>, Predicate<Provider>> abilities() {
        Map<Setting<List<String>>, Predicate<Provider>> abilities = new LinkedHashMap<>();
        abilities.put(KnownSettings.EDIT, provider -> provider.editor().isPresent());
        abilities.put(KnownSettings.GENERATE, provider -> provider.generator().isPresent());
        abilities.put(KnownSettings.WRITE, provider -> provider.writer().isPresent());
        return abilities;
    }
}
