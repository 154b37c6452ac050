package dev.pentimento.adapters.falgemini.fal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of everything that fal, or somebody in its place, may answer. The bodies are those of fal's documentation of November 2026. */
@Timeout(120)
class FailureTableTest {
    private static final String PAGE = "<html><h1>Bad gateway</h1></html>";
    private static final String POLICY = """
            {"detail": [{"loc": ["body", "prompt"], "msg": "The content could not be processed because it was flagged by a content checker.", \
            "type": "content_policy_violation", "url": "https://docs.fal.ai/errors#content_policy_violation", "input": "a secret prompt"}]}""";
    private static final String MISSING = """
            {"detail": [{"loc": ["body", "image_url"], "msg": "field required", "type": "value_error.missing"}]}""";
    private static final String NOT_FOUND = "{\"detail\": \"not found\"}";
    private static final String TIMEOUT = "{\"detail\": \"Request timed out\", \"error_type\": \"request_timeout\"}";

    private final FalStub fal = FalStub.open();
    private final Provider provider = fal.provider();
    private final TestCallContext context = TestCallContext.calm();

    @AfterEach
    void close() {
        provider.close();
        fal.close();
    }

    static Stream<Arguments> refusedOrders() {
        return Stream.of(
                row(401, "{\"detail\": \"Cannot access application\"}", ProviderFailure.AccessDenied.class, "FAL_KEY"),
                row(403, "{\"detail\": \"Forbidden\"}", ProviderFailure.AccessDenied.class, "FAL_KEY"),
                row(
                        403,
                        "{\"detail\": \"User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.\"}",
                        ProviderFailure.QuotaExhausted.class,
                        "Exhausted balance"),
                row(402, "{}", ProviderFailure.QuotaExhausted.class, "top up"),
                row(
                        404,
                        "{\"detail\": \"Application 'flux' not found\"}",
                        ProviderFailure.ModelRetired.class,
                        "not found"),
                row(404, PAGE, ProviderFailure.OutcomeUnknown.class, "404"),
                row(422, POLICY, ProviderFailure.Refused.class, "body.prompt: The content could not be processed"),
                row(422, "{\"detail\": \"NSFW content detected\"}", ProviderFailure.Refused.class, "NSFW"),
                row(
                        422,
                        MISSING,
                        ProviderFailure.InvalidRequest.class,
                        "body.image_url: field required (value_error.missing)"),
                row(400, "{\"detail\": \"Bad input\"}", ProviderFailure.InvalidRequest.class, "Bad input"),
                row(413, "{\"detail\": \"Too large\"}", ProviderFailure.InvalidRequest.class, "Too large"),
                row(400, PAGE, ProviderFailure.OutcomeUnknown.class, "400"),
                row(408, TIMEOUT, ProviderFailure.OutcomeUnknown.class, "408"),
                row(499, "{\"detail\": \"Client closed\"}", ProviderFailure.OutcomeUnknown.class, "499"),
                row(500, "{\"detail\": \"Internal Server Error\"}", ProviderFailure.Unavailable.class, "Internal"),
                row(
                        503,
                        "{\"detail\": \"No runner\", \"error_type\": \"runner_scheduling_failure\"}",
                        ProviderFailure.Unavailable.class,
                        "runner_scheduling_failure"),
                row(504, TIMEOUT, ProviderFailure.Unavailable.class, "Request timed out (request_timeout)"),
                row(500, PAGE, ProviderFailure.OutcomeUnknown.class, "500"),
                row(502, PAGE, ProviderFailure.OutcomeUnknown.class, "502"),
                row(504, "", ProviderFailure.OutcomeUnknown.class, "504"),
                row(524, PAGE, ProviderFailure.OutcomeUnknown.class, "524"),
                row(302, "", ProviderFailure.OutcomeUnknown.class, "302"));
    }

    private static Arguments row(int status, String body, Class<? extends ProviderFailure> kind, String words) {
        return arguments(status, body, kind, words);
    }

    @ParameterizedTest
    @MethodSource("refusedOrders")
    void refusedOrderIsMadeOnceAndTold(int status, String body, Class<? extends ProviderFailure> kind, String words) {
        fal.submissions(FalStub.json(status, body));

        ProviderFailure failure = failure();

        assertThat(failure)
                .isExactlyInstanceOf(kind)
                .hasMessageContaining(words)
                .hasMessageContaining(FalStub.EDIT)
                .hasMessageNotContaining("a secret prompt")
                .hasMessageNotContaining("\n");
        assertThat(fal.submitted()).hasSize(1);
        assertThat(context.acceptedHandles()).isEmpty();
    }

    @Test
    void saysNothingOfATimeThatFalDoesNotSay() {
        fal.submissions(FalStub.json(429, "{\"detail\": \"Too many\"}"));

        assertThat(((ProviderFailure.RateLimited) failure()).retryAfter()).isZero();
    }

    @Test
    void waitsAsLongAsFalSays() {
        fal.submissions(FalStub.json(429, "{\"detail\": \"Too many\"}").withHeader("Retry-After", "7"));

        assertThat(((ProviderFailure.RateLimited) failure()).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void errorThatWillComeAgainIsNotTriedAgain() {
        fal.submissions(FalStub.json(500, "{\"detail\": [{\"msg\": \"broken\", \"type\": \"internal_server_error\"}]}")
                .withHeader("X-Fal-Retryable", "false"));

        assertThat(failure())
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("trying again will not help");
    }

    @Test
    void typeOfAnErrorMayStandInAHeader() {
        fal.submissions(
                FalStub.json(422, "{\"detail\": \"No\"}").withHeader("X-Fal-Error-Type", "content_policy_violation"));

        assertThat(failure()).isInstanceOf(ProviderFailure.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"
            },
            value = Fault.class)
    void orderWhoseReceiptIsLostIsOfUnknownOutcome(Fault fault) {
        fal.submissions(aResponse().withFault(fault));

        assertThat(failure()).isInstanceOf(ProviderFailure.OutcomeUnknown.class);
        assertThat(fal.submitted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>please log in</html>",
                "",
                "null",
                "[]",
                "\"done\"",
                "{\"status\": \"IN_QUEUE\"}",
                "{\"request_id\": \"\"}",
                "{\"request_id\": {\"id\": 7}}",
                "{\"request_id\": \"r\", \"queue_position\": \"soon\"}",
                "{\"request_id\": "
            })
    void receiptThatCannotBeReadIsKept(String body) {
        fal.submissions(FalStub.json(200, body));

        ProviderFailure.Unintelligible failure = (ProviderFailure.Unintelligible) failure();

        assertThat(failure.answer()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(failure.cost().microUsd()).isEmpty();
        assertThat(context.acceptedHandles()).isEmpty();
        assertThat(fal.submitted()).hasSize(1);
    }

    static Stream<ResponseDefinitionBuilder> trouble() {
        return Stream.of(
                FalStub.json(500, "{\"detail\": \"Internal Server Error\", \"error_type\": \"internal_error\"}"),
                FalStub.json(502, PAGE),
                FalStub.json(503, "{}"),
                FalStub.json(504, TIMEOUT),
                FalStub.json(401, "{\"detail\": \"key\"}"),
                FalStub.json(403, "{\"detail\": \"Exhausted balance\"}"),
                FalStub.json(400, "{\"detail\": \"Request is still in progress\"}"),
                FalStub.json(405, PAGE),
                FalStub.json(302, ""),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void troubleWithTheStateSaysNothingAboutTheResult(ResponseDefinitionBuilder trouble) {
        fal.states(trouble);

        assertThat(unavailable().isGivenUp()).isFalse();
        assertThat(context.acceptedHandles()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void troubleWithTheResultSaysNothingAboutIt(ResponseDefinitionBuilder trouble) {
        fal.results(trouble);

        assertThat(unavailable().isGivenUp()).isFalse();
        assertThat(fal.submitted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", "{}", "{\"status\": {}}"})
    void stateThatCannotBeReadSaysNothingAboutTheResult(String body) {
        fal.states(FalStub.json(200, body));

        assertThat(unavailable().isGivenUp()).isFalse();
    }

    @Test
    void requestThatFalForgotIsOfUnknownOutcome() {
        fal.states(FalStub.json(404, NOT_FOUND));

        assertThat(isForgotten(failure())).isTrue();
        assertThat(fal.submitted()).hasSize(1);
    }

    @Test
    void requestThatFalDoesNotSeeAtOnceIsLookedForAgain() {
        fal.states(FalStub.json(404, NOT_FOUND), FalStub.json(404, NOT_FOUND), FalStub.completed());
        fal.results(FalStub.json(422, MISSING));

        assertThat(failure()).isInstanceOf(ProviderFailure.InvalidRequest.class);
    }

    @Test
    void resultThatFalForgotIsOfUnknownOutcome() {
        fal.results(FalStub.json(404, NOT_FOUND));

        assertThat(isForgotten(failure())).isTrue();
    }

    @Test
    void pageOfSomebodyInBetweenSaysNothingAboutTheResult() {
        fal.results(FalStub.json(404, PAGE));

        assertThat(unavailable().isGivenUp()).isFalse();
    }

    private static boolean isForgotten(ProviderFailure failure) {
        return failure instanceof ProviderFailure.OutcomeUnknown unknown && unknown.isForgotten();
    }

    @Test
    void resultMayBeARefusal() {
        fal.results(FalStub.json(422, POLICY).withHeader("X-Fal-Retryable", "false"));

        assertThat(failure()).isInstanceOf(ProviderFailure.Refused.class).hasMessageContaining(FalStub.REQUEST);
    }

    @Test
    void resultMayBeAnObjection() {
        fal.results(FalStub.json(422, MISSING));

        assertThat(failure()).isInstanceOf(ProviderFailure.InvalidRequest.class).hasMessageContaining("field required");
    }

    static Stream<Arguments> failedRequests() {
        return Stream.of(
                arguments(
                        "\"error\": \"Runner went away\", \"error_type\": \"runner_disconnected\"",
                        ProviderFailure.Unavailable.class),
                arguments(
                        "\"error\": \"Too slow\", \"error_type\": \"request_timeout\"",
                        ProviderFailure.Unavailable.class),
                arguments("\"error_type\": \"internal_error\"", ProviderFailure.Unavailable.class),
                arguments(
                        "\"error\": \"flagged\", \"error_type\": \"content_policy_violation\"",
                        ProviderFailure.Refused.class),
                arguments(
                        "\"error\": [{\"msg\": \"flagged\", \"type\": \"content_policy_violation\"}]",
                        ProviderFailure.Refused.class),
                arguments(
                        "\"error\": \"called off\", \"error_type\": \"client_cancelled\"",
                        ProviderFailure.Canceled.class),
                arguments(
                        "\"error\": \"Bad image\", \"error_type\": \"image_load_error\"",
                        ProviderFailure.InvalidRequest.class));
    }

    @ParameterizedTest
    @MethodSource("failedRequests")
    void requestThatIsCompletedWithAnErrorHasFailed(String error, Class<? extends ProviderFailure> kind) {
        fal.states(FalStub.json(200, "{\"status\": \"COMPLETED\", %s}".formatted(error)));

        ProviderFailure failure = failure();

        assertThat(failure).isExactlyInstanceOf(kind).hasMessageContaining(FalStub.REQUEST);
        assertThat(failure instanceof ProviderFailure.Unavailable gone && gone.isGivenUp())
                .isEqualTo(kind == ProviderFailure.Unavailable.class);
        assertThat(fal.journal()).hasSize(2);
    }

    @Test
    void resultSaysWhatKindOfFailureItWasWhereTheStateDoesNot() {
        fal.states(FalStub.json(200, "{\"status\": \"COMPLETED\", \"error\": \"Invalid status code: 422\"}"));
        fal.results(FalStub.json(422, POLICY));

        assertThat(failure()).isInstanceOf(ProviderFailure.Refused.class);
    }

    @Test
    void failureOfUnknownKindIsNotTriedAgain() {
        fal.states(FalStub.json(200, "{\"status\": \"COMPLETED\", \"error\": \"It just did not work\"}"));
        fal.delivers("{}");

        assertThat(failure())
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("It just did not work");
    }

    @Test
    void whereNobodyListensNothingIsSent() {
        fal.close();

        assertThat(failure()).isInstanceOf(ProviderFailure.NotSent.class);
    }

    @Test
    void serverThatIsGoneIsNotUnsentOnceItHasAccepted() {
        provider.editor().orElseThrow().edit(Wishes.edit(), context);
        fal.close();

        ProviderFailure failure = catchThrowableOfType(
                ProviderFailure.class,
                () -> provider.editor()
                        .orElseThrow()
                        .resumption()
                        .orElseThrow()
                        .resume(context.acceptedHandles().get(0), context));

        assertThat(failure).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void keyIsMaskedInWhatFalSays() {
        fal.submissions(FalStub.json(400, "{\"detail\": \"You sent %s\"}".formatted(FalStub.KEY)));

        assertThat(failure()).hasMessageContaining("You sent ***").hasMessageNotContaining(FalStub.KEY);
    }

    private ProviderFailure.Unavailable unavailable() {
        return (ProviderFailure.Unavailable) failure();
    }

    private ProviderFailure failure() {
        return catchThrowableOfType(
                ProviderFailure.class, () -> provider.editor().orElseThrow().edit(Wishes.edit(), context));
    }
}
