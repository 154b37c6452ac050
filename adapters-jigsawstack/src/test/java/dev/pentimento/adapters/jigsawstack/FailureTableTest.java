package dev.pentimento.adapters.jigsawstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.ProviderFailure.AccessDenied;
import dev.pentimento.ports.failure.ProviderFailure.InvalidRequest;
import dev.pentimento.ports.failure.ProviderFailure.OutcomeUnknown;
import dev.pentimento.ports.failure.ProviderFailure.QuotaExhausted;
import dev.pentimento.ports.failure.ProviderFailure.RateLimited;
import dev.pentimento.ports.failure.ProviderFailure.Refused;
import dev.pentimento.ports.failure.ProviderFailure.Unavailable;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status, with an order and before it, and every way in which words may stand in an error. */
class FailureTableTest {
    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(301, OutcomeUnknown.class, Unavailable.class),
                Arguments.of(400, InvalidRequest.class, InvalidRequest.class),
                Arguments.of(401, AccessDenied.class, AccessDenied.class),
                Arguments.of(402, QuotaExhausted.class, QuotaExhausted.class),
                Arguments.of(403, AccessDenied.class, AccessDenied.class),
                Arguments.of(404, InvalidRequest.class, InvalidRequest.class),
                Arguments.of(405, InvalidRequest.class, InvalidRequest.class),
                Arguments.of(408, OutcomeUnknown.class, Unavailable.class),
                Arguments.of(413, InvalidRequest.class, InvalidRequest.class),
                Arguments.of(422, InvalidRequest.class, InvalidRequest.class),
                Arguments.of(429, RateLimited.class, RateLimited.class),
                Arguments.of(500, OutcomeUnknown.class, Unavailable.class),
                Arguments.of(502, OutcomeUnknown.class, Unavailable.class),
                Arguments.of(503, OutcomeUnknown.class, Unavailable.class),
                Arguments.of(504, OutcomeUnknown.class, Unavailable.class),
                Arguments.of(522, OutcomeUnknown.class, Unavailable.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void statusMeansSomethingElseBeforeTheOrder(
            int status, Class<? extends ProviderFailure> ordered, Class<? extends ProviderFailure> uploading) {
        trial.imagesAnswer(aResponse().withStatus(status));
        assertThat(failure()).isInstanceOf(ordered).hasMessageContaining("answered " + status);

        trial.images.server().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
        assertThat(failure()).isInstanceOf(uploading).hasMessageContaining("answered " + status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"success":false,"message":"no teapots"}
            {"success":false,"error":"no teapots"}
            {"error":{"message":"no teapots","code":7}}
            {"error":{"error":"no teapots"}}
            {"detail":"no teapots"}
            {"message":null,"error":"no teapots"}
            no teapots
            """)
    void wordsAreFoundWhereverTheyStand(String body) {
        trial.imagesAnswer(aResponse().withStatus(400).withBody(body));

        assertThat(failure()).hasMessage("Provider 'jigsawstack' answered 400 (no teapots)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}
            []
            {"message":{"no":"words"}}
            {"error":[1,2,3]}
            {"error":{"error":{"error":{}}}}
            {"message":"  "}
            """)
    void errorWithoutWordsIsItsStatus(String body) {
        trial.imagesAnswer(aResponse().withStatus(400).withBody(body));

        assertThat(failure()).hasMessage("Provider 'jigsawstack' answered 400");
    }

    @Test
    void moderationIsARefusal() {
        trial.imagesAnswer(error("Your prompt was flagged by our Moderation"));

        assertThat(failure()).isInstanceOf(Refused.class);
    }

    @Test
    void safetyPinIsNoModeration() {
        trial.imagesAnswer(error("'safety pin' is no aspect ratio"));

        assertThat(failure()).isInstanceOf(InvalidRequest.class);
    }

    private static ResponseDefinitionBuilder error(String words) {
        return aResponse().withStatus(400).withBody("{\"message\":\"%s\"}".formatted(words));
    }

    @Test
    void resetInThePastMeansNow() {
        trial.imagesAnswer(aResponse().withStatus(429).withHeader("x-jigsaw-rate-limit-reset", "1700000000000"));

        assertThat(((RateLimited) failure()).retryAfter()).isZero();
    }

    @Test
    void resetThatMakesNoSenseIsNotWaitedFor() {
        trial.imagesAnswer(aResponse()
                .withStatus(429)
                .withHeader("x-jigsaw-rate-limit-reset", "soon")
                .withHeader("Retry-After", "3"));

        assertThat(((RateLimited) failure()).retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void limitWithoutATimeSaysNothingOfIt() {
        trial.imagesAnswer(aResponse().withStatus(429));

        assertThat(((RateLimited) failure()).retryAfter()).isZero();
    }

    @Test
    void picturesInErrorsAreNotQuoted() {
        trial.imagesAnswer(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "image/png")
                .withBody(Trial.BASE.bytes()));

        assertThat(failure()).hasMessage("Provider 'jigsawstack' answered 400");
    }

    private Throwable failure() {
        Throwable failure = catchThrowable(trial::edit);
        assertThat(failure).isInstanceOf(ProviderFailure.class);
        assertThat(failure.getMessage()).doesNotContain(Trial.KEY);
        return failure;
    }
}
