package dev.pentimento.adapters.jigsawstack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.provider.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has images made, with or without one to begin with, by the one model there is. The reference of {@code image_generation} lists its fields: prompt of
 * 1..5000 characters, width and height of 256..1920 px, and within {@code advance_config} a seed.
 */
final class Studio {
    /** JigsawStack does not name its model, so it is called like its endpoint, here as in the catalogue. */
    static final String MODEL = "image_generation";

    private static final int LONGEST_PROMPT = 5000;
    static final Canvas SIZES = new Canvas.Grid(1, 256, 1920, 1, Long.MAX_VALUE, 7.5);

    private final ProviderSettings settings;
    private final Api api;
    private final Pictures pictures;

    Studio(ProviderSettings settings, Api api, Pictures pictures) {
        this.settings = settings;
        this.api = api;
        this.pictures = pictures;
    }

    /**
     * What is to be made.
     *
     * @param file a name in the file store; null = from words alone
     */
    record Wish(
            String prompt,
            ImageSize size,
            @Nullable Long seed,
            @Nullable String file) {
        Wish from(String stored) {
            return new Wish(prompt, size, seed, stored);
        }

        private ObjectNode json() {
            ObjectNode order = Json.object()
                    .put("prompt", prompt)
                    .put("width", size.width())
                    .put("height", size.height())
                    .put("output_format", "png")
                    .put("return_type", "binary");
            if (seed != null) {
                order.set("advance_config", Json.object().put("seed", seed));
            }
            return file == null ? order : order.put("file_store_key", file);
        }
    }

    /** @throws ProviderFailure if it is another one, or gone */
    void requireModel(@Nullable String wanted) {
        if (wanted != null && !wanted.equals(MODEL)) {
            settings.offered(wanted);
            throw new ProviderFailure.InvalidRequest(
                    "Provider '%s' has no model '%s'; leave it out, or name its only one, '%s'"
                            .formatted(JigsawStackProviderFactory.NAME, wanted, MODEL));
        }
        settings.offered(MODEL);
    }

    int longestPrompt() {
        return facts().map(facts -> facts.number("max-prompt", LONGEST_PROMPT)).orElse(LONGEST_PROMPT);
    }

    Canvas canvas() {
        return facts().flatMap(ModelFacts::canvas).orElse(SIZES);
    }

    private Optional<ModelFacts> facts() {
        return settings.model(MODEL);
    }

    CostBasis costBasis() {
        return cost(1).basis();
    }

    /** Before the call and after it: JigsawStack counts nothing, so it is what the catalogue says an image costs. */
    Cost cost(int images) {
        return facts().map(ModelFacts::prices)
                .orElse(PriceList.UNKNOWN)
                .estimated(new Usage(Map.of(PriceUnit.IMAGE, (long) images)));
    }

    MadeImages make(Wish wish, CallContext context) {
        Reply reply = api.image(wish.json(), context);
        EncodedImage image = pictures.in(reply, cost(1), context);
        return new MadeImages(List.of(image), report(wish));
    }

    private ProviderReport report(Wish wish) {
        return new ProviderReport(JigsawStackProviderFactory.NAME, MODEL, wish.prompt(), List.of(), cost(1), true);
    }
}
