package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.TestCallContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole answers in the words of OpenAI's API reference and guide to errors, with a picture of one pixel; each error is called after its status. */
class VendorExamplesTest {
    @RegisterExtension
    final StandIn openai = new StandIn();

    @Test
    void editIsUnderstood() {
        openai.answers(
                aResponse().withHeader("Content-Type", "application/json").withBody(example("edited.json")));

        MadeImages made = edited(Map.of());

        assertThat(made.images())
                .singleElement()
                .satisfies(image -> assertThat(image.mediaType()).isEqualTo(MediaType.PNG));
        assertThat(made.report().cost()).isEqualTo(Cost.reported(44 * 5 + 323 * 8 + 1756 * 30));
    }

    @Test
    void eventsOfAnEditAreUnderstood() {
        openai.answers(
                aResponse().withHeader("Content-Type", "text/event-stream").withBody(example("edited.events")));

        MadeImages made = edited(Map.of("partial-images", "1"));

        assertThat(made.images()).hasSize(1);
        assertThat(made.report().cost()).isEqualTo(Cost.reported(44 * 5 + 323 * 8 + 1856 * 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400-moderation.json     | REFUSED         | rejected by the safety system",
                "400-size.json           | INVALID_REQUEST | divisible by 16",
                "400-input-fidelity.json | INVALID_REQUEST | does not support the 'input_fidelity' parameter",
                "401-key.json            | ACCESS_DENIED   | Incorrect API key provided",
                "403-organization.json   | ACCESS_DENIED   | Your organization must be verified",
                "404-model.json          | MODEL_RETIRED   | does not exist or you do not have access",
                "429-rate.json           | RATE_LIMITED    | Please try again in 240ms",
                "429-quota.json          | QUOTA_EXHAUSTED | You exceeded your current quota",
                "500-error.json          | OUTCOME_UNKNOWN | Sorry about that!",
                "503-overloaded.json     | UNAVAILABLE     | currently overloaded"
            })
    void errorsAreUnderstood(String file, FailureCode expected, String words) {
        openai.answers(aResponse()
                .withStatus(Integer.parseInt(file.substring(0, 3)))
                .withHeader("Content-Type", "application/json")
                .withBody(example(file)));

        ProviderFailure failure = catchThrowableOfType(ProviderFailure.class, () -> edited(Map.of()));

        assertThat(failure.code()).isEqualTo(expected);
        assertThat(failure).hasMessageContaining(words);
    }

    private MadeImages edited(Map<String, String> settings) {
        return Offered.editor(openai.provider(settings)).edit(Requests.edit(), TestCallContext.calm());
    }

    private static byte[] example(String file) {
        try (InputStream in = Objects.requireNonNull(VendorExamplesTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
