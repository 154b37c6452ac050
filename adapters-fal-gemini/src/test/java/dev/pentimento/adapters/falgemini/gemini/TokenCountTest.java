package dev.pentimento.adapters.falgemini.gemini;

import static dev.pentimento.domain.cost.PriceUnit.IMAGE_INPUT_TOKEN;
import static dev.pentimento.domain.cost.PriceUnit.IMAGE_OUTPUT_TOKEN;
import static dev.pentimento.domain.cost.PriceUnit.TEXT_INPUT_TOKEN;
import static dev.pentimento.domain.cost.PriceUnit.TEXT_OUTPUT_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.types.GenerateContentResponse;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenCountTest {
    /** In micro-USD for a million tokens; round numbers, so that the sums can be checked in the head. */
    private static final PriceList PRICES = new PriceList(Map.of(
            TEXT_INPUT_TOKEN, 500_000L,
            IMAGE_INPUT_TOKEN, 1_000_000L,
            TEXT_OUTPUT_TOKEN, 3_000_000L,
            IMAGE_OUTPUT_TOKEN, 60_000_000L));

    static Stream<Arguments> counted() {
        return Stream.of(
                row(
                        "a picture edited, everything broken down",
                        true,
                        """
                        {"promptTokenCount":1300,"candidatesTokenCount":1120,"totalTokenCount":2420,
                         "promptTokensDetails":[{"modality":"TEXT","tokenCount":180},{"modality":"IMAGE","tokenCount":1120}],
                         "candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":1120}]}
                        """,
                        Map.of(TEXT_INPUT_TOKEN, 180L, IMAGE_INPUT_TOKEN, 1120L, IMAGE_OUTPUT_TOKEN, 1120L),
                        90 + 1120 + 67_200),
                row(
                        "words beside the picture, and thoughts",
                        true,
                        """
                        {"promptTokenCount":20,"candidatesTokenCount":1150,"thoughtsTokenCount":400,
                         "promptTokensDetails":[{"modality":"TEXT","tokenCount":20}],
                         "candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":1120}]}
                        """,
                        Map.of(TEXT_INPUT_TOKEN, 20L, TEXT_OUTPUT_TOKEN, 430L, IMAGE_OUTPUT_TOKEN, 1120L),
                        10 + 1290 + 67_200),
                row(
                        "a picture made, nothing broken down: the dear interpretation",
                        true,
                        "{\"promptTokenCount\":20,\"candidatesTokenCount\":1290}",
                        Map.of(TEXT_INPUT_TOKEN, 20L, IMAGE_OUTPUT_TOKEN, 1290L),
                        10 + 77_400),
                row(
                        "a picture judged",
                        false,
                        """
                        {"promptTokenCount":2000,"candidatesTokenCount":600,"thoughtsTokenCount":100,
                         "promptTokensDetails":[{"modality":"IMAGE","tokenCount":1120},{"modality":"TEXT","tokenCount":880}],
                         "candidatesTokensDetails":[{"modality":"TEXT","tokenCount":600}]}
                        """,
                        Map.of(TEXT_INPUT_TOKEN, 880L, IMAGE_INPUT_TOKEN, 1120L, TEXT_OUTPUT_TOKEN, 700L),
                        440 + 1120 + 2100),
                row(
                        "words written, nothing broken down",
                        false,
                        "{\"promptTokenCount\":100,\"candidatesTokenCount\":50}",
                        Map.of(TEXT_INPUT_TOKEN, 100L, TEXT_OUTPUT_TOKEN, 50L),
                        50 + 150),
                row("a modality that nobody knew", false, """
                        {"promptTokenCount":30,"candidatesTokenCount":0,
                         "promptTokensDetails":[{"modality":"SMELL","tokenCount":10},{"modality":"TEXT","tokenCount":20}]}
                        """, Map.of(TEXT_INPUT_TOKEN, 30L), 15));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("counted")
    void countsAreReadAndPriced(
            String name, boolean picture, String metadata, Map<PriceUnit, Long> amounts, long microUsd) {
        Usage usage = usage("{\"usageMetadata\":%s}".formatted(metadata), picture);

        assertThat(usage.amounts()).isEqualTo(amounts);
        assertThat(PRICES.reported(usage)).isEqualTo(Cost.reported(microUsd));
    }

    @Test
    void noCountIsAnUnknownCost() {
        Usage usage = usage("{}", true);

        assertThat(usage.isKnown()).isFalse();
        assertThat(PRICES.reported(usage)).isEqualTo(Cost.unknown());
    }

    @Test
    void nonsenseDoesNotLoseTheAnswer() {
        Usage usage = usage("{\"usageMetadata\":{\"promptTokenCount\":-5,\"candidatesTokenCount\":-7}}", true);

        assertThat(usage.isKnown()).isFalse();
    }

    private static Usage usage(String body, boolean picture) {
        return TokenCount.usage(Json.sdk(body, GenerateContentResponse.class), picture);
    }

    private static Arguments row(
            String name, boolean picture, String metadata, Map<PriceUnit, Long> amounts, long microUsd) {
        return Arguments.of(name, picture, metadata, amounts, microUsd);
    }
}
