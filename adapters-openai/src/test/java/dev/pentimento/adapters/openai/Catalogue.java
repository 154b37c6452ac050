package dev.pentimento.adapters.openai;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.ports.spi.ModelFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalogue said of OpenAI's models in November 2026, as far as the tests need it. */
final class Catalogue {
    static final LocalDate CHECKED = LocalDate.parse("2026-11-20");

    static final String SUNBURST = "gpt-image-2.5-sunburst";
    static final String MINI = "gpt-image-1-mini";
    static final String GONE = "gpt-image-1";
    static final String UNKNOWN = "gpt-image-9";
    /** Takes and makes less than others. */
    static final String HUMBLE = "humble";

    private static final Map<String, String> ANY_SIZE = Map.of(
            "canvas.step", "16",
            "canvas.min-side", "16",
            "canvas.max-side", "3840",
            "canvas.min-pixels", "655360",
            "canvas.max-pixels", "8294400",
            "canvas.max-ratio", "3");

    private Catalogue() {}

    static List<ModelFacts> models() {
        return List.of(
                model(SUNBURST, prices(5, 8, 30), sunburst(), null, null),
                model("gpt-image-2", prices(5, 8, 30), second(), null, null),
                model("gpt-image-2.6-sunburst", prices(5, 8, 30), ANY_SIZE, null, null),
                model(MINI, prices(2, 2.5, 8), early(), "2026-12-01", SUNBURST),
                model(GONE, prices(5, 10, 40), with(early(), "input-fidelity", "true"), "2026-10-23", SUNBURST),
                model("gpt-image-1.5", prices(5, 8, 32), with(early(), "input-fidelity", "true"), null, SUNBURST),
                model(HUMBLE, PriceList.UNKNOWN, Map.of("max-references", "0", "max-candidates", "2"), null, null));
    }

    private static Map<String, String> sunburst() {
        Map<String, String> traits = new HashMap<>(ANY_SIZE);
        traits.putAll(Map.of(
                "max-references", "15",
                "output-token-offset", "2000000",
                "output-tokens.low", "196",
                "output-tokens.medium", "439",
                "output-tokens.high", "1756",
                "output-tokens.xhigh", "3122",
                "output-tokens.max", "7024"));
        return traits;
    }

    private static Map<String, String> second() {
        Map<String, String> traits = new HashMap<>(ANY_SIZE);
        traits.putAll(Map.of(
                "output-token-offset", "2000000",
                "output-tokens.low", "196",
                "output-tokens.medium", "1756",
                "output-tokens.high", "7024"));
        return traits;
    }

    private static Map<String, String> early() {
        return Map.of(
                "canvas", "1024x1024, 1536x1024, 1024x1536",
                "output-tokens.low", "272",
                "output-tokens.medium", "1056",
                "output-tokens.high", "4160");
    }

    private static Map<String, String> with(Map<String, String> traits, String name, String value) {
        Map<String, String> more = new HashMap<>(traits);
        more.put(name, value);
        return more;
    }

    /** USD for a million tokens of text going in, of images going in, and of images coming out. */
    private static PriceList prices(double textIn, double imageIn, double imageOut) {
        return new PriceList(Map.of(
                PriceUnit.TEXT_INPUT_TOKEN, microUsd(textIn),
                PriceUnit.IMAGE_INPUT_TOKEN, microUsd(imageIn),
                PriceUnit.IMAGE_OUTPUT_TOKEN, microUsd(imageOut)));
    }

    private static long microUsd(double usd) {
        return Math.round(usd * 1_000_000);
    }

    private static ModelFacts model(
            String id,
            PriceList prices,
            Map<String, String> traits,
            @Nullable String shutdown,
            @Nullable String successor) {
        return new ModelFacts(
                id,
                prices,
                traits,
                shutdown == null ? null : LocalDate.parse(shutdown),
                successor,
                "OpenAI's pages on its models",
                CHECKED);
    }
}
