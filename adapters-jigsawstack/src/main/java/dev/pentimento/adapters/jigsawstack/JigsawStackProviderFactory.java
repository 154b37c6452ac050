package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import dev.pentimento.provider.http.Secret;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Offers JigsawStack under the name {@code jigsawstack}. Settings: {@code api-key}, and {@code base-url}, where its API is. Of the model catalogue it
 * reads {@code canvas} and {@code max-prompt} of {@code image_generation}, and the prices of that and of {@code prompt_engine}.
 */
public final class JigsawStackProviderFactory implements ProviderFactory {
    static final String NAME = "jigsawstack";

    /** From which people usually have their key. */
    static final String KEY_VARIABLE = "JIGSAWSTACK_API_KEY";

    private static final String DESCRIPTION =
            "JigsawStack: edits whole images, makes images from words, and proposes palettes; needs a key, and is paid."
                    + " It marks its image API as no longer maintained";

    private static final String KEY = "api-key";
    private static final String BASE_URL = "base-url";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of(KEY, BASE_URL);
    }

    /** The HTTP client is made when it is first needed. Closing waits a moment for uploads that are still being deleted. */
    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        Api api = new Api(baseUrl(settings), Secret.in(settings, KEY, KEY_VARIABLE));
        FileStore store = new FileStore(api);
        Studio studio = new Studio(settings, api, new Pictures(api, results));
        return Roles.of(DESCRIPTION)
                .editing(new JigsawStackEditor(studio, store))
                .generating(new JigsawStackGenerator(studio))
                .writing(new JigsawStackWriter(settings, api))
                .closing(() -> {
                    store.close();
                    api.close();
                });
    }

    private static HttpUrl baseUrl(ProviderSettings settings) {
        String text = settings.find(BASE_URL).orElse("").strip();
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new InvalidSettings(List.of(
                    "%s must be the address of the API but is '%s'".formatted(settings.fullKey(BASE_URL), text)));
        }
        return url;
    }
}
