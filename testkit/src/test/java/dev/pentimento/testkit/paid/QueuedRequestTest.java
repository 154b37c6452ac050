package dev.pentimento.testkit.paid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Resumption;
import dev.pentimento.testkit.TestCallContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders once, and asks for the result as often as it takes. */
class QueuedRequestTest {
    private final PaidTrial trial = PaidTrial.inTheQueue();
    private final TestCallContext context = TestCallContext.calm();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void handleIsToldAndTheCostReported() {
        MadeImages made = trial.edit(context);

        assertThat(context.acceptedHandles()).hasSize(1);
        assertThat(made.report().cost()).isEqualTo(Cost.reported(PaidTrial.PRICE));
        assertThat(made.report().promptSent()).isEqualTo(PaidTrial.PROMPT);
        assertThat(trial.billing().billed(context.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void handleIsToldBeforeAnythingIsAskedFor() {
        assertThatThrownBy(() -> trial.edit(TestCallContext.ofALostJob())).isInstanceOf(ProviderFailure.Canceled.class);

        assertThat(trial.server().connections()).isEqualTo(1);
    }

    @Test
    void resultIsTakenUpAgainWithoutASecondOrder() {
        RemoteHandle handle = acceptedButLost();

        MadeImages first = resumption().resume(handle, TestCallContext.calm());
        MadeImages second = resumption().resume(handle, TestCallContext.calm());

        assertThat(second.images()).isEqualTo(first.images());
        assertThat(trial.billing().requests()).hasSize(1);
        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void whoeverWaitsOnTheLineCannotTakeUpAgain() {
        try (PaidTrial onTheLine = PaidTrial.onTheLine()) {
            assertThat(onTheLine.editor().resumption()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void troubleWithTheStatusSaysNothingAboutTheResult(Answer trouble) {
        trial.server().nextStatus(trouble);

        assertThatThrownBy(() -> trial.edit(context)).isInstanceOf(ProviderFailure.Unavailable.class);

        resumption().resume(context.acceptedHandles().get(0), TestCallContext.calm());
        assertThat(trial.billing().billed()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void troubleWithTheResultSaysNothingAboutIt(Answer trouble) {
        trial.server().nextResult(trouble, trouble);

        assertThatThrownBy(() -> trial.edit(context)).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    static List<Answer> trouble() {
        return Stream.concat(
                        Stream.of(500, 502, 503, 504).map(Answer::status),
                        Stream.of(Answer.overloaded(), Answer.truncated()))
                .toList();
    }

    @Test
    void serverThatIsGoneIsNotUnsentOnceItHasAccepted() {
        RemoteHandle handle = acceptedButLost();
        trial.close();

        assertThatThrownBy(() -> resumption().resume(handle, TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void requestThatTheServerForgotIsOfUnknownOutcome() {
        RemoteHandle handle = acceptedButLost();
        trial.server().nextStatus(Answer.status(404));

        assertThatThrownBy(() -> resumption().resume(handle, TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class);
    }

    @Test
    void receiptThatCannotBeReadIsKept() {
        trial.server().next(Answer.garbage());

        ProviderFailure.Unintelligible failure =
                catchThrowableOfType(ProviderFailure.Unintelligible.class, () -> trial.edit(context));

        assertThat(failure.answer()).isNotEmpty();
        assertThat(context.acceptedHandles()).isEmpty();
        assertThat(trial.billing().billed()).isEqualTo(1);
    }

    @Test
    void orderWhoseReceiptIsLostIsOfUnknownOutcome() {
        trial.server().next(Answer.dropAfterReading());

        assertThatThrownBy(() -> trial.edit(context)).isInstanceOf(ProviderFailure.OutcomeUnknown.class);

        assertThat(trial.server().connections()).isEqualTo(1);
        assertThat(trial.billing().billed()).isEqualTo(1);
    }

    @Test
    void timeThatIsUpDoesNotLoseTheRequest() {
        CountDownLatch gate = new CountDownLatch(1);
        trial.server().next(Answer.image().gate(gate));
        TestCallContext hurried = TestCallContext.withDeadline(Instant.now().plusMillis(500));

        assertThatThrownBy(() -> trial.edit(hurried)).isInstanceOf(ProviderFailure.Unavailable.class);

        gate.countDown();
        assertThat(resumption()
                        .resume(hurried.acceptedHandles().get(0), context)
                        .images())
                .hasSize(1);
    }

    @Test
    void cancelReachesTheProviderWithinASecondAndNothingIsBilled() {
        CountDownLatch gate = new CountDownLatch(1);
        trial.server().next(Answer.image().withPartialImage().gate(gate));

        Duration delay = canceledOnceUnderWay();
        gate.countDown();

        assertThat(delay).isLessThan(Duration.ofSeconds(1));
        assertThatThrownBy(() -> resumption().resume(context.acceptedHandles().get(0), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.Canceled.class);
        assertThat(trial.billing().total()).isZero();
    }

    @Test
    void whatIsLateAfterACancelIsBilledAndCanBeHad() {
        CountDownLatch gate = new CountDownLatch(1);
        trial.server().next(Answer.image().withPartialImage().lateAfterCancel().gate(gate));

        canceledOnceUnderWay();
        gate.countDown();

        MadeImages late = resumption().resume(context.acceptedHandles().get(0), TestCallContext.calm());
        assertThat(late.images()).hasSize(1);
        assertThat(trial.billing().total()).isEqualTo(PaidTrial.PRICE);
    }

    @Test
    void unfinishedPictureIsPassedOn() {
        CountDownLatch gate = new CountDownLatch(1);
        trial.server().next(Answer.image().withPartialImage().gate(gate));
        CompletableFuture<MadeImages> call = trial.beginEdit(context);

        context.awaitPartialImages(1);
        gate.countDown();

        assertThat(call.join().images()).doesNotContainAnyElementsOf(context.partialImages());
    }

    /** @return how long that took */
    private Duration canceledOnceUnderWay() {
        CompletableFuture<MadeImages> call = trial.beginEdit(context);
        context.awaitPartialImages(1);
        long canceled = System.nanoTime();
        context.cancel();
        trial.billing().awaitCanceled(1);
        CompletionException end = catchThrowableOfType(CompletionException.class, call::join);
        assertThat(end).hasCauseInstanceOf(ProviderFailure.Canceled.class);
        return Duration.ofNanos(System.nanoTime() - canceled);
    }

    /** Left by a process that died right after it had written the handle down. */
    private RemoteHandle acceptedButLost() {
        trial.server().nextStatus(Answer.status(500));
        assertThatThrownBy(() -> trial.edit(context)).isInstanceOf(ProviderFailure.Unavailable.class);
        return context.acceptedHandles().get(0);
    }

    private Resumption resumption() {
        return trial.editor().resumption().orElseThrow();
    }
}
