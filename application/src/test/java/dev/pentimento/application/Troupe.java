package dev.pentimento.application;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.Providers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Scripted providers, each configured for every role, in the order of preference. */
final class Troupe implements Providers {
    private final Map<String, ScriptedProvider> members = new LinkedHashMap<>();
    private final Map<String, List<ModelFacts>> models = new ConcurrentHashMap<>();
    private final Set<String> built = ConcurrentHashMap.newKeySet();
    private volatile CallPolicy policy = CallPolicy.DEFAULT;

    Troupe(String... names) {
        List.of(names).forEach(name -> members.put(name, new ScriptedProvider(name)));
    }

    ScriptedProvider first() {
        return members.values().iterator().next();
    }

    ScriptedProvider member(String name) {
        ScriptedProvider member = members.get(name);
        if (member == null) {
            throw new InvalidSettings(List.of("No image provider named '%s'".formatted(name)));
        }
        return member;
    }

    void knows(String name, ModelFacts... facts) {
        models.put(name, List.of(facts));
    }

    /** What was not used yet is called by this policy. */
    void isCalledBy(CallPolicy other) {
        policy = other;
    }

    /** Who was looked at, be it only to ask what he can do. */
    Set<String> built() {
        return Set.copyOf(built);
    }

    @Override
    public List<String> serving(Role role) {
        return List.copyOf(members.keySet());
    }

    @Override
    public Provider named(String name) {
        built.add(name);
        return member(name);
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(members.keySet());
    }

    @Override
    public List<ModelFacts> models(String name) {
        return models.getOrDefault(name, List.of());
    }

    @Override
    public CallPolicy policy(String name) {
        return policy;
    }
}
