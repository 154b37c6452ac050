package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import dev.pentimento.provider.http.Secret;
import java.util.List;
import java.util.Set;

/**
 * Offers the Gemini API under the name {@code gemini}. Of the model catalogue it reads the prices, {@code canvas}, {@code max-references}, and
 * {@code output-tokens.512}, {@code .1k}, {@code .2k} and {@code .4k}: the tokens of one picture in that resolution, for estimates.
 */
public final class GeminiProviderFactory implements ProviderFactory {
    private static final String API_KEY = "api-key";
    private static final String BASE_URL = "base-url";
    private static final String CRITIC_MODEL = "critic-model";
    private static final String IMAGE_MODEL = "image-model";

    @Override
    public String name() {
        return Gemini.NAME;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of(API_KEY, BASE_URL, CRITIC_MODEL, IMAGE_MODEL);
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        Gemini gemini =
                new Gemini(settings, required(settings, BASE_URL), Secret.in(settings, API_KEY, "GEMINI_API_KEY"));
        Painter painter = new Painter(gemini, required(settings, IMAGE_MODEL));
        Clerk clerk = new Clerk(gemini, required(settings, CRITIC_MODEL));
        return Roles.of("Google's Gemini API: judges, writes, edits and generates; paid by the token, needs a key")
                .editing(new GeminiEditor(painter))
                .generating(new GeminiGenerator(painter))
                .judging(new GeminiCritic(clerk))
                .writing(new GeminiWriter(clerk))
                .closing(gemini::close);
    }

    private static String required(ProviderSettings settings, String key) {
        return settings.find(key)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new InvalidSettings(List.of(settings.fullKey(key) + " is not set")));
    }
}
