package dev.pentimento.adapters.openai;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The provider as others get it. */
final class Offered {
    static final String KEY = "sk-proj-Uncommon4711";
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final ImageSource NOWHERE = (url, context) -> {
        throw new AssertionError("Nobody should fetch " + url);
    };

    private Offered() {}

    static Provider provider(String baseUrl) {
        return provider(baseUrl, Map.of());
    }

    static Provider provider(String baseUrl, Map<String, String> more) {
        return provider(baseUrl, more, NOWHERE);
    }

    static Provider provider(String baseUrl, Map<String, String> more, ImageSource results) {
        return new OpenAiProviderFactory().create(settings(baseUrl, more), results);
    }

    static ProviderSettings settings(String baseUrl, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(
                Map.of("api-key", KEY, "base-url", baseUrl, "edit-model", Catalogue.SUNBURST, "quality", "high"));
        values.putAll(more);
        return ProviderSettings.of("openai", values, Catalogue.models(), () -> NOW);
    }

    static ImageEditor editor(Provider provider) {
        return provider.editor().orElseThrow();
    }

    static ImageGenerator generator(Provider provider) {
        return provider.generator().orElseThrow();
    }
}
