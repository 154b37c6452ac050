package dev.pentimento.application;

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

    ListProvidersHandler(Providers providers) {
        this.providers = providers;
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
        Provider provider = providers.named(name);
        Optional<ImageEditor.Capabilities> editing =
                provider.editor().filter(editor -> roles.contains(Role.EDIT)).map(editor -> editor.capabilities(null));
        return new Listed(name, provider.description(), roles, editing);
    }
}
