package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several pictures from a model that makes one at a time. */
class VariantsTest {
    private static final long ONE = 30 + 560 + 780 + 67_200;

    private final GeminiStub google = GeminiStub.open();
    private final Provider gemini = google.provider();

    @AfterEach
    void close() {
        gemini.close();
        google.close();
    }

    @Test
    void everyVariantIsARequestAndAllAreAddedUp() {
        google.answersInTurn(picture(), picture(), picture());

        MadeImages made = generate(3);

        assertThat(google.requests()).hasSize(3);
        assertThat(made.images()).hasSize(3);
        assertThat(made.report().cost()).isEqualTo(Cost.reported(3 * ONE));
        assertThat(made.report().usage().amounts()).containsEntry(PriceUnit.IMAGE_OUTPUT_TOKEN, 3 * 1120L);
    }

    @ParameterizedTest
    @CsvSource({"500, internal, 68570", "200, words-only, 68620", "504, deadline, "})
    void whatWasMadeBeforeAFailureIsDelivered(int status, String file, Long microUsd) {
        google.answersInTurn(picture(), GeminiStub.answer(status, Recorded.file("answers/" + file + ".json")));

        MadeImages made = generate(3);

        assertThat(google.requests()).hasSize(2);
        assertThat(made.images()).hasSize(1);
        assertThat(made.report().cost()).isEqualTo(microUsd == null ? Cost.unknown() : Cost.reported(microUsd));
    }

    @Test
    void aFailureOfTheFirstIsOneOfAll() {
        google.answersInTurn(GeminiStub.answer(503, Recorded.file("answers/overloaded.json")), picture());

        assertThatThrownBy(() -> generate(2)).isInstanceOf(ProviderFailure.Unavailable.class);
        assertThat(google.requests()).hasSize(1);
    }

    @Test
    void cancellingEndsTheSeries() {
        google.answersInTurn(picture(), picture());

        assertThatThrownBy(() -> generator().generate(Wishes.generation(2), TestCallContext.canceledAfterProgress(1)))
                .isInstanceOf(ProviderFailure.Canceled.class);
        assertThat(google.requests()).hasSize(1);
    }

    private MadeImages generate(int variants) {
        return generator().generate(Wishes.generation(variants), TestCallContext.calm());
    }

    private ImageGenerator generator() {
        return gemini.generator().orElseThrow();
    }

    private static ResponseDefinitionBuilder picture() {
        return GeminiStub.answer(200, Recorded.file("answers/picture.json"));
    }
}
