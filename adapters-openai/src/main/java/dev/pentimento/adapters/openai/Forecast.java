package dev.pentimento.adapters.openai;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.ImageSize;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a call will probably cost, from what the catalogue says of the model; rather too much than too little.
 *
 * <ul>
 *   <li>Text: a token for every 3 bytes of UTF-8.
 *   <li>Images sent: a token for every square of {@code input-patch} px (16 unless the catalogue says otherwise); references count like the base. An
 *       assumption: OpenAI publishes no count for images sent to models since gpt-image-2, which always look closely.
 *   <li>Images made: {@code output-tokens.<quality>} for 1024x1024 px, and for other sizes in proportion to the pixels. Where there is an
 *       {@code output-token-offset}, in proportion to the pixels plus that many, times the shorter side by the longer one: so counts the calculator
 *       in OpenAI's image generation guide since gpt-image-2. A quality left to OpenAI counts as the dearest.
 *   <li>Unfinished pictures: 100 tokens each, as the same guide says.
 * </ul>
 */
record Forecast(Model model, @Nullable String quality) {
    private static final int BYTES_PER_TOKEN = 3;
    private static final int PATCH = 16;
    private static final int TOKENS_PER_PARTIAL_IMAGE = 100;
    private static final double MEASURED_PIXELS = 1024 * 1024;
    private static final String OUTPUT_TOKENS = "output-tokens.";

    /**
     * @param size of the images made, and of those sent
     * @param sent how many images go along
     * @param made how many are asked for
     * @param partialImages how many unfinished pictures are asked for
     */
    Cost cost(String prompt, ImageSize size, int sent, int made, int partialImages) {
        OptionalLong perImage = tokensMade(size);
        if (perImage.isEmpty()) {
            return Cost.unknown();
        }
        return model.prices()
                .estimated(new Usage(Map.of(
                        PriceUnit.TEXT_INPUT_TOKEN,
                        tokensOf(prompt),
                        PriceUnit.IMAGE_INPUT_TOKEN,
                        sent * tokensSent(size),
                        PriceUnit.IMAGE_OUTPUT_TOKEN,
                        made * perImage.getAsLong() + (long) partialImages * TOKENS_PER_PARTIAL_IMAGE)));
    }

    private static long tokensOf(String prompt) {
        return parts(prompt.getBytes(StandardCharsets.UTF_8).length, BYTES_PER_TOKEN);
    }

    private long tokensSent(ImageSize size) {
        int patch = model.facts().number("input-patch", PATCH);
        return parts(size.width(), patch) * parts(size.height(), patch);
    }

    /** The last one may be smaller. */
    private static long parts(int whole, int part) {
        return ((long) whole + part - 1) / part;
    }

    /** Of one image; empty where the catalogue does not say. */
    private OptionalLong tokensMade(ImageSize size) {
        OptionalLong measured = measured();
        return measured.isEmpty()
                ? measured
                : OptionalLong.of((long) Math.ceil(measured.getAsLong() * growth(size) - 1e-6));
    }

    private OptionalLong measured() {
        return model.facts().traits().keySet().stream()
                .filter(trait ->
                        quality == null ? trait.startsWith(OUTPUT_TOKENS) : trait.equals(OUTPUT_TOKENS + quality))
                .mapToLong(trait -> model.facts().number(trait, 0))
                .max();
    }

    private double growth(ImageSize size) {
        long offset = model.facts().number("output-token-offset", 0);
        double pixels = (size.pixels() + offset) / (MEASURED_PIXELS + offset);
        return offset == 0 ? pixels : pixels * shorterByLonger(size);
    }

    private static double shorterByLonger(ImageSize size) {
        return (double) Math.min(size.width(), size.height()) / Math.max(size.width(), size.height());
    }
}
