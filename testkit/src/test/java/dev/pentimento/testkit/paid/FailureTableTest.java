package dev.pentimento.testkit.paid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.testkit.TestCallContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is observed, what the adapter makes of it, and what is on the bill: one test for each row of the table. */
class FailureTableTest {
    private final PaidTrial trial = PaidTrial.onTheLine();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void nobodyListensSoNothingWasSent() throws IOException {
        String url = "http://127.0.0.1:" + portOfNobody();

        ProviderFailure.NotSent failure = failureAt(url, ProviderFailure.NotSent.class);

        assertThat(failure).hasMessageContaining(url).hasMessageContaining("nothing was sent");
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    @Test
    void hostWithoutAddressSoNothingWasSent() {
        // longer than a name may be, so that nobody is asked for it
        String url = "http://" + "x".repeat(64) + ".invalid";

        failureAt(url, ProviderFailure.NotSent.class);
    }

    @Test
    void noSecureConnectionSoNothingWasSent() {
        trial.server().next(Answer.dropBeforeReading());
        String url = trial.server().url().toString().replace("http:", "https:");

        failureAt(url, ProviderFailure.NotSent.class);

        assertThat(trial.billing().requests()).isEmpty();
    }

    @Test
    void rateLimitPassesOnHowLongToWait() {
        ProviderFailure.RateLimited failure =
                failure(Answer.status(429, Duration.ofSeconds(7)), ProviderFailure.RateLimited.class);

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(trial.billing().total()).isZero();
    }

    @Test
    void rateLimitOfNoKnownLengthSaysNothingOfIt() {
        ProviderFailure.RateLimited failure = failure(Answer.status(429), ProviderFailure.RateLimited.class);

        assertThat(failure.retryAfter()).isZero();
    }

    @Test
    void noMoneyLeftIsNoRateLimit() {
        failure(Answer.status(429, "insufficient_quota"), ProviderFailure.QuotaExhausted.class);

        assertThat(trial.billing().total()).isZero();
    }

    @Test
    void paymentRequired() {
        failure(Answer.status(402), ProviderFailure.QuotaExhausted.class);

        assertThat(trial.billing().total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void wrongKeyNamesTheSettingAndNotTheKey(int status) {
        ProviderFailure failure = failure(Answer.status(status), ProviderFailure.AccessDenied.class);

        assertThat(failure).hasMessageContaining("providers.paid.key");
        assertThat(failure.getMessage()).doesNotContain("k-very-secret");
        assertThat(trial.billing().total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 422})
    void invalidRequest(int status) {
        ProviderFailure failure = failure(Answer.status(status, "too_purple"), ProviderFailure.InvalidRequest.class);

        assertThat(failure).hasMessageContaining(Integer.toString(status));
        assertThat(trial.billing().total()).isZero();
    }

    @Test
    void retiredModelNamesItsSuccessor() {
        ProviderFailure failure = failure(Answer.modelRetired("paint-2"), ProviderFailure.ModelRetired.class);

        assertThat(failure).hasMessageContaining("use paint-2");
        assertThat(trial.billing().total()).isZero();
    }

    @Test
    void moderationIsARefusal() {
        failure(Answer.moderated(), ProviderFailure.Refused.class);

        assertThat(trial.billing().total()).isZero();
    }

    @Test
    void documentedOverloadIsFree() {
        failure(Answer.overloaded(), ProviderFailure.Unavailable.class);

        assertThat(trial.billing().total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 522, 302})
    void pagesOfGatewaysSayNothingAboutTheBill(int status) {
        failure(Answer.status(status).billed(), ProviderFailure.OutcomeUnknown.class);

        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void errorOfTheProviderItselfIsUnknownToo() {
        failure(Answer.status(500, "internal_error"), ProviderFailure.OutcomeUnknown.class);
    }

    @Test
    void connectionThatIsDroppedUnreadMayHaveBeenRead() {
        failure(Answer.dropBeforeReading(), ProviderFailure.OutcomeUnknown.class);

        assertThat(trial.server().connections()).isEqualTo(1);
        assertThat(trial.billing().requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void lostAnswerIsOneRequestOnTheWire(Answer lost) {
        failure(lost, ProviderFailure.OutcomeUnknown.class);

        assertThat(trial.server().connections()).isEqualTo(1);
        assertThat(trial.billing().requests()).hasSize(1);
        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    /** An orderly end without an answer is what clients like to take for an old connection, and so for a request to repeat. */
    static Stream<Answer> lostAnswers() {
        return Stream.of(
                Answer.dropAfterReading(), Answer.resetAfterReading(), Answer.resetMidBody(), Answer.truncated());
    }

    @Test
    void silenceUntilTheTimeIsUp() {
        trial.server().next(Answer.hang());

        failureWithin(Duration.ofMillis(300), ProviderFailure.OutcomeUnknown.class);

        assertThat(trial.server().connections()).isEqualTo(1);
        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void silenceInTheMiddleOfTheAnswer() {
        trial.server().next(Answer.hangMidBody());

        failureWithin(Duration.ofMillis(300), ProviderFailure.OutcomeUnknown.class);

        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void successThatIsNoImageIsPaidAndKept() {
        ProviderFailure.Unintelligible failure = failure(Answer.garbage(), ProviderFailure.Unintelligible.class);

        assertThat(new String(failure.answer(), StandardCharsets.US_ASCII)).contains("Please log in");
        assertThat(failure.cost()).isEqualTo(Cost.unknown());
        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void canceledWithinASecondAndBilledAllTheSame() {
        trial.server().next(Answer.hang());
        TestCallContext context = TestCallContext.calm();
        CompletableFuture<?> call = trial.beginEdit(context);
        trial.billing().awaitBilled(1);

        long canceled = System.nanoTime();
        context.cancel();
        CompletionException end = catchThrowableOfType(CompletionException.class, call::join);

        assertThat(end).hasCauseInstanceOf(ProviderFailure.Canceled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - canceled)).isLessThan(Duration.ofSeconds(1));
        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void canceledBeforehandIsNeverSent() {
        TestCallContext context = TestCallContext.canceled();

        assertThatThrownBy(() -> trial.edit(context)).isInstanceOf(ProviderFailure.Canceled.class);

        assertThat(trial.server().connections()).isZero();
    }

    private <T extends ProviderFailure> T failure(Answer answer, Class<T> kind) {
        trial.server().next(answer);
        return failureWithin(Duration.ofMinutes(1), kind);
    }

    private <T extends ProviderFailure> T failureWithin(Duration limit, Class<T> kind) {
        TestCallContext context = TestCallContext.withDeadline(Instant.now().plus(limit));
        T failure = catchThrowableOfType(kind, () -> trial.edit(context));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static <T extends ProviderFailure> T failureAt(String url, Class<T> kind) {
        var editor = PaidTrial.provider(url, "sync").editor().orElseThrow();
        T failure = catchThrowableOfType(kind, () -> PaidTrial.edit(editor, TestCallContext.calm()));
        assertThat(failure).isNotNull();
        return failure;
    }
}
