package dev.pentimento.application;

import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.Providers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class ListProvidersHandler implements ListProviders {
    private final Providers providers;
    private final Models models;

    ListProvidersHandler(Providers providers, Models models) {
        this.providers = providers;
        this.models = models;
    }

    @Override
    public List<Listed> handle() {
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        Arrays.stream(Role.values())
                .forEach(role -> providers
                        .serving(role)
                        .forEach(name -> roles.computeIfAbsent(name, n -> EnumSet.noneOf(Role.class))
                                .add(role)));
        return roles.entrySet().stream()
                .map(entry -> listed(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Listed listed(String name, Set<Role> roles) {
        try {
            Provider provider = providers.named(name);
            return listed(
                    name,
                    provider.description(),
                    true,
                    roles,
                    roles.contains(Role.EDIT) ? editing(provider) : Optional.empty());
        } catch (PentimentoException unusable) {
            return listed(name, String.valueOf(unusable.getMessage()), false, roles, Optional.empty());
        }
    }

    private Listed listed(
            String name,
            String description,
            boolean usable,
            Set<Role> roles,
            Optional<ImageEditor.Capabilities> editing) {
        return new Listed(name, description, usable, roles, editing, providers.access(name), models.of(name));
    }

    /** Without a model that is gone it can do nothing as it is configured; the warning about the model says so. */
    private static Optional<ImageEditor.Capabilities> editing(Provider provider) {
        try {
            return provider.editor().map(editor -> editor.capabilities(null));
        } catch (ProviderFailure.ModelRetired gone) {
            return Optional.empty();
        }
    }
}
