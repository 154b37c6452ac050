package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.TestCallContext;
import java.util.Map;

/** Something for the provider to do, in words, so that it can be asked for from beyond a class loader. */
public final class GeminiErrand {
    private GeminiErrand() {}

    /** Does it, and tells what came of it. */
    public static String run(String errand, String url) {
        ProviderSettings settings =
                ProviderSettings.of("gemini", GeminiStub.values(url, GeminiStub.KEY), GeminiStub.models(Map.of()));
        try (Provider gemini = new GeminiProviderFactory().create(settings, GeminiStub.nothing())) {
            return switch (errand) {
                case "look" ->
                    String.valueOf(
                            gemini.editor().orElseThrow().capabilities(null).maxReferences());
                case "edit" ->
                    String.valueOf(gemini.editor()
                            .orElseThrow()
                            .edit(Wishes.edit(), TestCallContext.calm())
                            .images());
                case "evaluate" ->
                    gemini.critic()
                            .orElseThrow()
                            .evaluate(Wishes.evaluation(), TestCallContext.calm())
                            .value()
                            .description();
                default -> throw new IllegalArgumentException(errand);
            };
        } catch (ProviderFailure failure) {
            return failure.code().name();
        }
    }
}
