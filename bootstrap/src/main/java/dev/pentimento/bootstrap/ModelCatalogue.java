package dev.pentimento.bootstrap;

import dev.pentimento.ports.spi.ModelFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of the models of each provider. */
final class ModelCatalogue {
    private final Map<String, List<ModelFacts>> byProvider;

    ModelCatalogue(Map<String, List<ModelFacts>> byProvider) {
        this.byProvider = new LinkedHashMap<>(byProvider);
    }

    /** In the order of the file. */
    List<ModelFacts> of(String provider) {
        return byProvider.getOrDefault(provider, List.of());
    }
}
