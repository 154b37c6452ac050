package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.testkit.TestCallContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of what OpenAI's complaints mean; each comes of one request, which is not made again. */
class FailuresTest {
    @RegisterExtension
    final StandIn openai = new StandIn();

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error,       invalid_value,        INVALID_REQUEST",
        "400, image_generation_user_error, moderation_blocked,   REFUSED",
        "400, image_generation_user_error, content_policy_violation, REFUSED",
        "400, invalid_request_error,       billing_hard_limit_reached, QUOTA_EXHAUSTED",
        "401, invalid_request_error,       invalid_api_key,      ACCESS_DENIED",
        "402, billing,                     payment_required,     QUOTA_EXHAUSTED",
        "403, invalid_request_error,       unsupported_country,  ACCESS_DENIED",
        "403, invalid_request_error,       model_not_found,      ACCESS_DENIED",
        "404, invalid_request_error,       model_not_found,      MODEL_RETIRED",
        "404, invalid_request_error,       unknown_url,          INVALID_REQUEST",
        "408, server_error,                timeout,              OUTCOME_UNKNOWN",
        "409, server_error,                conflict,             OUTCOME_UNKNOWN",
        "413, invalid_request_error,       too_large,            INVALID_REQUEST",
        "422, invalid_request_error,       unprocessable,        INVALID_REQUEST",
        "429, requests,                    rate_limit_exceeded,  RATE_LIMITED",
        "429, input-images,                rate_limit_exceeded,  RATE_LIMITED",
        "429, insufficient_quota,          insufficient_quota,   QUOTA_EXHAUSTED",
        "500, server_error,                internal_error,       OUTCOME_UNKNOWN",
        "502, server_error,                bad_gateway,          OUTCOME_UNKNOWN",
        "503, server_error,                server_is_overloaded, UNAVAILABLE",
        "503, server_error,                slow_down,            UNAVAILABLE",
        "503, server_error,                unavailable,          OUTCOME_UNKNOWN",
        "504, server_error,                timeout,              OUTCOME_UNKNOWN",
        "520, server_error,                unknown,              OUTCOME_UNKNOWN"
    })
    void complaintsMeanWhatOpenAiDocuments(int status, String type, String code, FailureCode expected) {
        openai.answers(Answers.error(status, type, code, "So it is"));

        ProviderFailure failure = failure();

        assertThat(failure.code()).isEqualTo(expected);
        assertThat(failure)
                .hasMessageStartingWith(
                        "Provider 'openai' answered %d (So it is; request %s)".formatted(status, Answers.REQUEST_ID));
    }

    @Test
    void refusedKeyNamesTheVariableToCheck() {
        openai.answers(Answers.error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided"));

        assertThat(failure()).hasMessageEndingWith("; check OPENAI_API_KEY");
    }

    @Test
    void keyIsMaskedWhereOpenAiQuotesIt() {
        openai.answers(Answers.error(401, "x", "invalid_api_key", "Incorrect API key provided: " + Offered.KEY));

        assertThat(failure()).hasMessageContaining("Incorrect API key provided: ***");
    }

    @Test
    void modelThatIsGoneNamesItsSuccessor() {
        openai.answers(Answers.error(404, "x", "model_not_found", "The model does not exist"));

        assertThat(failure(Catalogue.MINI)).hasMessageEndingWith("; use 'gpt-image-2.5-sunburst'");
        assertThat(failure(Catalogue.UNKNOWN)).hasMessageEndingWith("; choose another model");
    }

    @ParameterizedTest
    @CsvSource({"retry-after-ms, 1500, PT1.5S", "Retry-After, 20, PT20S", "X-Other, 20, PT0S"})
    void passesOnHowLongToWait(String header, String value, Duration expected) {
        openai.answers(
                Answers.error(429, "requests", "rate_limit_exceeded", "Slower").withHeader(header, value));

        ProviderFailure.RateLimited failure = (ProviderFailure.RateLimited) failure();

        assertThat(failure.retryAfter()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        openai.answers(aResponse().withStatus(status).withHeader("Location", openai.url() + "/elsewhere"));

        assertThat(failure())
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageEndingWith("; check providers.openai.base-url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad gateway</html>",
                "{}",
                "[]",
                "{\"error\": 3}",
                "{\"error\": {\"code\": 7, \"type\": []}}"
            })
    void errorsOfOtherServersAreUnderstoodByTheirStatus(String body) {
        openai.answers(
                aResponse().withStatus(502).withHeader("Retry-After", "0").withBody(body));
        assertThat(failure()).isInstanceOf(ProviderFailure.OutcomeUnknown.class);

        openai.answers(aResponse().withStatus(400).withBody(body));
        assertThat(failure()).isInstanceOf(ProviderFailure.InvalidRequest.class);
    }

    /** What tempts OpenAI's library and OkHttp to try again by themselves. */
    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 503})
    void nothingIsSentTwice(int status) {
        openai.answers(aResponse()
                .withStatus(status)
                .withHeader("X-Should-Retry", "true")
                .withHeader("Retry-After", "0")
                .withHeader("Retry-After-Ms", "0"));

        failure();

        assertThat(openai.posts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void brokenAnswersAreOfUnknownOutcome(Fault fault) {
        openai.answers(aResponse().withFault(fault));

        assertThat(failure()).isInstanceOf(ProviderFailure.OutcomeUnknown.class);
    }

    private ProviderFailure failure() {
        return failure(Catalogue.SUNBURST);
    }

    private ProviderFailure failure(String model) {
        openai.resetRequests();
        ProviderFailure failure = catchThrowableOfType(
                ProviderFailure.class,
                () -> Offered.editor(openai.provider()).edit(Requests.editBy(model), TestCallContext.calm()));
        assertThat(openai.getAllServeEvents()).hasSize(1);
        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(String.valueOf(failure.getMessage())).doesNotContain(Offered.KEY, "\n");
        return failure;
    }
}
