package dev.pentimento.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.TestCallContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls cost, from what OpenAI counts. */
class CostsTest {
    @RegisterExtension
    final StandIn openai = new StandIn();

    /** USD for a million tokens: 5, 8 and 30 since gpt-image-2; 2, 2.5 and 8 for the mini one; parts are rounded up. */
    @ParameterizedTest
    @CsvSource({
        "gpt-image-2.5-sunburst,  44, 400, 1056,  35100",
        "gpt-image-2.5-sunburst,   1,   0, 1756,  52685",
        "gpt-image-2.6-sunburst,   0,   0,    1,     30",
        "gpt-image-2,             10, 323, 7024, 213354",
        "gpt-image-1-mini,        44, 400, 1056,   9536",
        "gpt-image-1-mini,         1,   1,    1,     13",
        "gpt-image-1.5,           44, 400, 1056,  37212"
    })
    void costIsWhatTheTokensCost(String model, long textIn, long imageIn, long imageOut, long microUsd) {
        String usage = """
                {"input_tokens": %d, "output_tokens": %d, "total_tokens": %d,
                 "input_tokens_details": {"text_tokens": %d, "image_tokens": %d}}""".formatted(textIn + imageIn, imageOut, textIn + imageIn + imageOut, textIn, imageIn);

        MadeImages made = edited(model, usage);

        assertThat(made.report().cost()).isEqualTo(Cost.reported(microUsd));
        assertThat(made.report().usage())
                .isEqualTo(new Usage(Map.of(
                        PriceUnit.TEXT_INPUT_TOKEN, textIn,
                        PriceUnit.IMAGE_INPUT_TOKEN, imageIn,
                        PriceUnit.IMAGE_OUTPUT_TOKEN, imageOut)));
    }

    @Test
    void wordsComingOutAreCountedApart() {
        MadeImages made = edited(Catalogue.SUNBURST, """
                {"output_tokens": 1060, "output_tokens_details": {"text_tokens": 4, "image_tokens": 1056},
                 "input_tokens": 444, "input_tokens_details": {"text_tokens": 44, "image_tokens": 400}}""");

        assertThat(made.report().usage().amounts())
                .containsEntry(PriceUnit.IMAGE_OUTPUT_TOKEN, 1056L)
                .containsEntry(PriceUnit.TEXT_OUTPUT_TOKEN, 4L);
        assertThat(made.report().cost()).as("nobody knows their price").isEqualTo(Cost.unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{}",
                "{\"input_tokens\": 444, \"output_tokens\": 1056}",
                "{\"input_tokens_details\": {\"text_tokens\": 44}, \"output_tokens\": 1056}",
                "{\"input_tokens_details\": {\"text_tokens\": -1, \"image_tokens\": 0}, \"output_tokens\": 1056}",
                "{\"input_tokens_details\": {\"text_tokens\": 44, \"image_tokens\": 400}, \"output_tokens\": \"many\"}",
                "{\"input_tokens_details\": {\"text_tokens\": 44, \"image_tokens\": 400}, \"output_tokens_details\": {}}"
            })
    void whatIsNotBrokenDownIsNotCounted(String usage) {
        MadeImages made = edited(Catalogue.SUNBURST, usage);

        assertThat(made.images()).containsExactly(Requests.PICTURE);
        assertThat(made.report().usage()).isEqualTo(Usage.UNKNOWN);
        assertThat(made.report().cost()).isEqualTo(Cost.unknown());
    }

    @Test
    void modelThatTheCatalogueDoesNotKnowCostsNobodyKnowsWhat() {
        assertThat(edited(Catalogue.UNKNOWN, Answers.USAGE).report().cost().basis())
                .isEqualTo(CostBasis.UNKNOWN);
    }

    private MadeImages edited(String model, String usage) {
        openai.answers(Answers.imagesCounting(usage, Requests.PICTURE));
        return Offered.editor(openai.provider()).edit(Requests.editBy(model), TestCallContext.calm());
    }
}
