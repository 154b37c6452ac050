package dev.pentimento.adapters.falgemini.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers without success, and what is made of them; every row is one request and no more. */
class RefusalsTest {
    private static final String PAGE = "<html><body>Bad gateway</body></html>";

    private final GeminiStub google = GeminiStub.open();
    private final Provider gemini = google.provider();

    @AfterEach
    void close() {
        gemini.close();
        google.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, wrong-key, ACCESS_DENIED, GEMINI_API_KEY",
        "400, invalid-argument, INVALID_REQUEST, Unable to process input image",
        "401, permission-denied, ACCESS_DENIED, GEMINI_API_KEY",
        "403, permission-denied, ACCESS_DENIED, reported as leaked",
        "404, not-found, MODEL_RETIRED, gemini-3.1-flash-image",
        "413, invalid-argument, INVALID_REQUEST, 413",
        "422, invalid-argument, INVALID_REQUEST, 422",
        "429, per-minute, RATE_LIMITED, 429",
        "429, exhausted, RATE_LIMITED, 429",
        "429, per-day, QUOTA_EXHAUSTED, plan and billing",
        "429, free-tier, QUOTA_EXHAUSTED, limit: 0",
        "429, no-credits, QUOTA_EXHAUSTED, credits",
        "500, internal, UNAVAILABLE, An internal error",
        "503, overloaded, UNAVAILABLE, overloaded",
        "504, deadline, OUTCOME_UNKNOWN, may be on the bill"
    })
    void whatGoogleSaysDecides(int status, String file, String code, String words) {
        ProviderFailure failure = edit(status, Recorded.file("answers/" + file + ".json"));

        assertThat(failure.code().name()).isEqualTo(code);
        assertThat(failure).hasMessageContaining(words);
        assertThat(google.requests()).hasSize(1);
    }

    /** Somebody in between has no say in what Google bills. */
    @ParameterizedTest
    @CsvSource({
        "301, INVALID_REQUEST",
        "400, INVALID_REQUEST",
        "402, QUOTA_EXHAUSTED",
        "403, ACCESS_DENIED",
        "404, INVALID_REQUEST",
        "408, OUTCOME_UNKNOWN",
        "429, RATE_LIMITED",
        "500, OUTCOME_UNKNOWN",
        "502, OUTCOME_UNKNOWN",
        "503, OUTCOME_UNKNOWN",
        "504, OUTCOME_UNKNOWN",
        "529, OUTCOME_UNKNOWN"
    })
    void pagesOfOthersPromiseNothing(int status, String code) {
        ProviderFailure failure = edit(status, PAGE);

        assertThat(failure.code().name()).isEqualTo(code);
        assertThat(google.requests()).hasSize(1);
    }

    @Test
    void saysHowLongToWait() {
        assertThat(waitAfter(Recorded.file("answers/per-minute.json"))).isEqualTo(Duration.ofMillis(38_217));
    }

    @Test
    void aLimitWithoutATimeSaysNothingOfIt() {
        assertThat(waitAfter(Recorded.file("answers/exhausted.json"))).isZero();
    }

    @Test
    void aProxyMaySayHowLongToWait() {
        google.answers(
                aResponse().withStatus(429).withHeader("Retry-After", "7").withBody(PAGE));

        assertThat(((ProviderFailure.RateLimited) edit()).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../files", "gemini?alt=sse", "a b", "tunedModels/mine", ""})
    void whatIsNoNameOfAModelIsNotAskedFor(String model) {
        ProviderFailure failure = catchThrowableOfType(
                ProviderFailure.class,
                () -> gemini.editor().orElseThrow().edit(Wishes.edit(model), TestCallContext.calm()));

        assertThat(failure).isInstanceOf(ProviderFailure.InvalidRequest.class);
        assertThat(google.requests()).isEmpty();
    }

    private Duration waitAfter(String body) {
        return ((ProviderFailure.RateLimited) edit(429, body)).retryAfter();
    }

    private ProviderFailure edit(int status, String body) {
        google.answers(status, body);
        return edit();
    }

    private ProviderFailure edit() {
        return catchThrowableOfType(
                ProviderFailure.class, () -> gemini.editor().orElseThrow().edit(Wishes.edit(), TestCallContext.calm()));
    }
}
