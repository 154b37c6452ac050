package dev.pentimento.adapters.openai;

import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of every call beside the request itself. A wish that is null is not sent, and OpenAI decides.
 *
 * @param partialImages how many unfinished pictures are to be shown on the way, 0..3; each is billed
 */
record Wishes(
        @Nullable String quality,
        @Nullable String background,
        @Nullable String moderation,
        @Nullable String outputFormat,
        @Nullable String inputFidelity,
        int partialImages) {
    static final String QUALITY = "quality";
    static final String BACKGROUND = "background";
    static final String MODERATION = "moderation";
    static final String OUTPUT_FORMAT = "output-format";
    static final String INPUT_FIDELITY = "input-fidelity";
    static final String PARTIAL_IMAGES = "partial-images";

    private static final String UNDECIDED = "auto";

    static Wishes in(ProviderSettings settings) {
        return new Wishes(
                wish(settings, QUALITY),
                wish(settings, BACKGROUND),
                wish(settings, MODERATION),
                wish(settings, OUTPUT_FORMAT),
                wish(settings, INPUT_FIDELITY),
                partialImages(settings));
    }

    private static @Nullable String wish(ProviderSettings settings, String key) {
        return settings.find(key)
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals(UNDECIDED))
                .orElse(null);
    }

    private static int partialImages(ProviderSettings settings) {
        String text = settings.find(PARTIAL_IMAGES).orElse("0").strip();
        if (!text.matches("[0-3]")) {
            throw new InvalidSettings(
                    List.of("%s must be 0 to 3 but is '%s'".formatted(settings.fullKey(PARTIAL_IMAGES), text)));
        }
        return Integer.parseInt(text);
    }

    /**
     * Asks for what is wished for, and for nothing if nothing is: some models answer with an error when they are told what they do not know.
     *
     * @param spelled the wish as the library spells it
     */
    static <T> void ask(@Nullable String wish, Function<String, T> spelled, Consumer<T> request) {
        if (wish != null) {
            request.accept(spelled.apply(wish));
        }
    }
}
