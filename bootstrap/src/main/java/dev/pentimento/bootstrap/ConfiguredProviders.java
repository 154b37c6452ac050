package dev.pentimento.bootstrap;

import dev.pentimento.ports.in.ListProviders.Access;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.Providers;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The providers that the settings name, and any other on the class path when it is asked for; each built when first needed. */
final class ConfiguredProviders implements Providers, AutoCloseable {
    private final Settings settings;
    private final AdapterCatalogue catalogue;
    private final ImageSource results;
    private final InstantSource clock;
    private final Map<String, Provider> built = new LinkedHashMap<>();

    ConfiguredProviders(Settings settings, AdapterCatalogue catalogue, ImageSource results, InstantSource clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public List<String> serving(Role role) {
        return switch (role) {
            case EDIT -> settings.editProviders();
            case GENERATE -> settings.generateProviders();
            case CRITIQUE -> settings.critiqueProviders();
            case WRITE -> settings.writeProviders();
        };
    }

    @Override
    public synchronized Provider named(String name) {
        return built.computeIfAbsent(
                name, n -> catalogue.provider(n).create(settings.providerSettings(n, clock), results));
    }

    @Override
    public Set<String> names() {
        return catalogue.providerNames();
    }

    @Override
    public List<ModelFacts> models(String name) {
        return settings.models(name);
    }

    @Override
    public Set<String> configuredModels(String name) {
        return Set.copyOf(settings.configuredModels(name).values());
    }

    @Override
    public Access access(String name) {
        return new ProviderKeys(settings).access(name);
    }

    @Override
    public CallPolicy policy(String name) {
        return settings.callPolicy(name);
    }

    @Override
    public synchronized void close() {
        built.values().forEach(Provider::close);
        built.clear();
    }
}
