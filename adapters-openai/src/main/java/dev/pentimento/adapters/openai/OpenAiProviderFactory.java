package dev.pentimento.adapters.openai;

import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import dev.pentimento.provider.http.Secret;
import java.util.Set;

/**
 * Offers OpenAI's images API, or a server that speaks it, under the name {@code openai}. What the settings mean, and which traits of a model it reads
 * from the catalogue, stands in {@code docs/providers/openai.md}.
 */
public final class OpenAiProviderFactory implements ProviderFactory {
    static final String NAME = "openai";

    /** From which people usually have their key. */
    static final String KEY_VARIABLE = "OPENAI_API_KEY";

    private static final String DESCRIPTION =
            "OpenAI's images API: edits by words, masks and references, and makes images from words; needs a key, and is paid by the token";

    private static final String KEY = "api-key";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of(
                KEY,
                OpenAiLibrary.BASE_URL,
                Models.EDIT_MODEL,
                Models.GENERATE_MODEL,
                Wishes.QUALITY,
                Wishes.BACKGROUND,
                Wishes.MODERATION,
                Wishes.OUTPUT_FORMAT,
                Wishes.INPUT_FIDELITY,
                Wishes.PARTIAL_IMAGES);
    }

    /** Loads nothing of OpenAI's library: that waits for the first call. */
    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        Secret key = Secret.in(settings, KEY, KEY_VARIABLE);
        Models models = Models.in(settings);
        Wishes wishes = Wishes.in(settings);
        LateOrders orders = new LateOrders(() -> Orders.by(settings, key, results));
        return Roles.of(DESCRIPTION)
                .editing(new OpenAiEditor(models, wishes, orders))
                .generating(new OpenAiGenerator(models, wishes, orders))
                .closing(orders::close);
    }
}
