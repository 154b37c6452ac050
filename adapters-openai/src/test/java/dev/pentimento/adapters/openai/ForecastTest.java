package dev.pentimento.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.spi.Provider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls will probably cost. */
class ForecastTest {
    private static final String NOBODY = "http://127.0.0.1:1/v1";

    /** "a fox asleep under a pine" takes 9 tokens of text at most, which gpt-image-2 sells for 45 micro-USD. */
    private static final long PROMPT = 45;

    /** The tokens are those of OpenAI's calculator, which rounds on the way. */
    @ParameterizedTest
    @CsvSource({
        "high,   1024, 1024,  7024",
        "medium, 1024, 1024,  1756",
        "low,    1024, 1024,   196",
        "high,   1536, 1024,  5488",
        "high,   1024, 1536,  5488",
        "high,   1792, 1024,  5063",
        "high,   3584, 2048, 12329",
        "auto,   1024, 1024,  7024"
    })
    void countsTokensAsTheCalculatorDoesWithinOnePercent(String quality, int width, int height, long tokens) {
        Cost cost = generation("gpt-image-2", quality, new ImageSize(width, height), 1);

        assertThat(cost.basis()).isEqualTo(CostBasis.ESTIMATED);
        assertThat(cost.microUsd().orElseThrow()).isCloseTo(PROMPT + 30 * tokens, withinPercentage(1));
    }

    /** As the guide to gpt-image-1 listed them. */
    @ParameterizedTest
    @CsvSource({"low, 1024, 408", "medium, 1024, 1584", "high, 1024, 6240", "high, 1536, 6240"})
    void olderModelsCountPixels(String quality, int height, long tokens) {
        ImageSize size = new ImageSize(height == 1024 ? 1536 : 1024, height);

        assertThat(generation(Catalogue.MINI, quality, size, 1)).isEqualTo(Cost.estimated(18 + 8 * tokens));
    }

    @Test
    void everyImageCounts() {
        assertThat(generation("gpt-image-2", "low", Requests.SQUARE, 4))
                .isEqualTo(Cost.estimated(PROMPT + 4 * 30 * 196));
    }

    @Test
    void imagesThatGoAlongCountByTheirPixels() {
        ImageEditor.Request plain = Requests.edit();
        ImageEditor.Request more =
                Requests.edit(RefinementKind.PROMPT, 1, List.of(Requests.PICTURE, Requests.PICTURE), null, null);
        ImageEditor editor = Offered.editor(provider(Map.of()));

        long difference = editor.estimate(more).microUsd().orElseThrow()
                - editor.estimate(plain).microUsd().orElseThrow();

        assertThat(difference).isEqualTo(2 * 4096 * 8);
    }

    @Test
    void unfinishedPicturesCountAHundredTokens() {
        long without = edit(Map.of());
        long with = edit(Map.of("partial-images", "3"));

        assertThat(with - without).isEqualTo(3 * 100 * 30);
    }

    private static long edit(Map<String, String> settings) {
        return Offered.editor(provider(settings))
                .estimate(Requests.edit())
                .microUsd()
                .orElseThrow();
    }

    @Test
    void unknownWhereTheCatalogueIsSilent() {
        assertThat(generation(Catalogue.UNKNOWN, "high", Requests.SQUARE, 1)).isEqualTo(Cost.unknown());
        assertThat(generation("gpt-image-2.6-sunburst", "high", Requests.SQUARE, 1))
                .isEqualTo(Cost.unknown());
        assertThat(generation("gpt-image-2", "max", Requests.SQUARE, 1)).isEqualTo(Cost.unknown());
    }

    private static Cost generation(String model, String quality, ImageSize size, int variants) {
        return Offered.generator(provider(Map.of("quality", quality)))
                .estimate(Requests.generate(variants, size, model));
    }

    private static Provider provider(Map<String, String> settings) {
        return Offered.provider(NOBODY, settings);
    }
}
