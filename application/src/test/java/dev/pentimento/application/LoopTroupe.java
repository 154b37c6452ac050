package dev.pentimento.application;

import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.Providers;
import java.util.List;
import java.util.Set;

/** One who makes images, and another who judges them. */
final class LoopTroupe implements Providers {
    final ScriptedProvider maker = new ScriptedProvider();
    final ScriptedCritic critic = new ScriptedCritic();
    private volatile boolean retryUnknownOnce;

    /** What was not used yet is asked once more after an answer that nobody knows of. */
    void retriesUnknownOnce() {
        retryUnknownOnce = true;
    }

    @Override
    public List<String> serving(Role role) {
        return List.of(role == Role.EDIT || role == Role.GENERATE ? ScriptedProvider.NAME : ScriptedCritic.NAME);
    }

    @Override
    public Provider named(String name) {
        return name.equals(ScriptedCritic.NAME) ? critic : maker;
    }

    @Override
    public Set<String> names() {
        return Set.of(ScriptedProvider.NAME, ScriptedCritic.NAME);
    }

    @Override
    public CallPolicy policy(String name) {
        return new CallPolicy(100, 1e6, CallPolicy.DEFAULT.timeout(), retryUnknownOnce);
    }
}
