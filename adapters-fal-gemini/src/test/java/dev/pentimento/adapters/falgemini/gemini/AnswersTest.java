package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the model, in the form that the vendor's documentation describes. */
class AnswersTest {
    private final GeminiStub google = GeminiStub.open();
    private final Provider gemini = google.provider();

    @AfterEach
    void close() {
        gemini.close();
        google.close();
    }

    @Test
    void picturesComeWithoutThoughtsAndInTheirRealType() {
        recorded("picture");

        MadeImages made = edit();

        assertThat(made.images())
                .singleElement()
                .satisfies(image -> assertThat(image.mediaType()).isEqualTo(MediaType.JPEG));
        assertThat(made.report().byTrainedModel()).isTrue();
        assertThat(made.report().requestId()).isEqualTo("kq8paYf8GZ-picture");
    }

    @Test
    void picturesCostWhatTheirTokensCost() {
        recorded("picture");

        MadeImages made = edit();

        assertThat(made.report().usage().amounts())
                .isEqualTo(Map.of(
                        PriceUnit.TEXT_INPUT_TOKEN, 60L,
                        PriceUnit.IMAGE_INPUT_TOKEN, 1120L,
                        PriceUnit.TEXT_OUTPUT_TOKEN, 260L,
                        PriceUnit.IMAGE_OUTPUT_TOKEN, 1120L));
        assertThat(made.report().cost()).isEqualTo(Cost.reported(30 + 560 + 780 + 67_200));
    }

    @Test
    void evaluationsAnswerTheListThatWasAsked() {
        recorded("evaluation");

        Answered<Evaluation> answered = evaluate();

        assertThat(answered.value().answers())
                .extracting(Answer::verdict)
                .containsExactly(Answer.Verdict.YES, Answer.Verdict.NO);
        assertThat(answered.report().cost()).isEqualTo(Cost.reported(243 + 336 + 530));
        assertThat(answered.report().promptSent()).contains(Wishes.BRIEF, "Are there exactly three apples?");
        assertThat(answered.report().byTrainedModel()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "blocked-prompt, PROHIBITED_CONTENT",
        "unsafe-picture, violated Google's policy",
        "unsafe-text, SAFETY",
        "no-picture, I cannot draw this"
    })
    void whatTheModelDoesNotWantIsRefused(String file, String words) {
        recorded(file);

        ProviderFailure failure = catchThrowableOfType(ProviderFailure.class, this::edit);

        assertThat(failure).isInstanceOf(ProviderFailure.Refused.class).hasMessageContaining(words);
        assertThat(google.requests()).hasSize(1);
    }

    @Test
    void refusalCostsTheTokensThatWereRead() {
        recorded("unsafe-picture");

        assertThat(catchThrowableOfType(ProviderFailure.Refused.class, this::edit)
                        .cost())
                .isEqualTo(Cost.reported(10));
    }

    @Test
    void criticsRefuseToo() {
        recorded("unsafe-text");

        assertThat(catchThrowableOfType(ProviderFailure.class, this::evaluate))
                .isInstanceOf(ProviderFailure.Refused.class);
    }

    @Test
    void wordsInsteadOfAPictureArePaidAndKept() {
        recorded("words-only");

        ProviderFailure.Unintelligible failure = catchThrowableOfType(ProviderFailure.Unintelligible.class, this::edit);

        assertThat(failure).hasMessageContaining("What colour shall the bowl have?");
        assertThat(new String(failure.answer(), StandardCharsets.UTF_8))
                .isEqualTo(Recorded.file("answers/words-only.json"));
        assertThat(failure.cost()).isEqualTo(Cost.reported(20 + 30));
    }

    @Test
    void anEvaluationThatIsCutOffIsNoBadMark() {
        recorded("cut-off");

        ProviderFailure.Unintelligible failure =
                catchThrowableOfType(ProviderFailure.Unintelligible.class, this::evaluate);

        assertThat(failure).hasMessageContaining("MAX_TOKENS");
        assertThat(failure.cost()).isEqualTo(Cost.reported(300 + 40_960));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "OK",
                "<html>",
                "{\"candidates\":\"none\"}",
                "{\"candidates\":[]}",
                "{\"candidates\":[{}]}",
                "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"aGVsbG8=\"}}]}}]}",
                "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"%%%\"}}]}}]}",
                "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{}}]},\"finishReason\":\"SOMETHING_NEW\"}]}"
            })
    void garbageIsPaidAndKept(String body) {
        google.answers(200, body);

        ProviderFailure.Unintelligible failure = catchThrowableOfType(ProviderFailure.Unintelligible.class, this::edit);

        assertThat(new String(failure.answer(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(google.requests()).hasSize(1);
    }

    /** A picture of 4096x4096 px is longer than what the library's reader accepts by itself. */
    @Test
    void longPicturesAreRead() {
        String data = "iVBORw0KGgoAAAAN" + "AAAA".repeat(6_000_000);
        google.answers(
                200,
                "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"%s\"}}]}}]}"
                        .formatted(data));

        assertThat(edit().images())
                .singleElement()
                .satisfies(image -> assertThat(image.length()).isEqualTo(18_000_012));
    }

    private void recorded(String name) {
        google.answers(200, Recorded.file("answers/" + name + ".json"));
    }

    private MadeImages edit() {
        return gemini.editor().orElseThrow().edit(Wishes.edit(), TestCallContext.calm());
    }

    private Answered<Evaluation> evaluate() {
        return gemini.critic().orElseThrow().evaluate(Wishes.evaluation(), TestCallContext.calm());
    }
}
