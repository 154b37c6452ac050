package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several images in one answer. */
@Timeout(60)
class CandidatesTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void oneThatIsNoImageLosesNothingOfTheOthersInItsAnswer() {
        workshop.provider.edits((request, context) -> List.of(red(), cutOff(), red()));

        Job job = refine(3);

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.completed().orElseThrow().versions()).hasSize(2);
        assertThat(calls(job)).extracting(ProviderCall::status).containsExactly(CallStatus.DONE);
        assertThat(told(job)).anyMatch(message -> message.startsWith("A candidate failed: "));
    }

    @Test
    void answerInWhichNoneIsAnImageIsPaidAndOfNoUse() {
        workshop.provider.edits((request, context) -> List.of(cutOff(), cutOff()));

        Job job = refine(2);

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
    }

    @Test
    void oneThatMeetsAnErrorOfTheMachineLosesNothingOfTheOthers() {
        workshop.provider.makesAtMost(1);
        AtomicInteger asked = new AtomicInteger();
        workshop.provider.edits((request, context) -> {
            if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("as this test wants it");
            }
            return List.of(red());
        });

        Job job = refine(3);

        assertThat(job.completed().orElseThrow().versions()).hasSize(2);
        assertThat(calls(job))
                .extracting(ProviderCall::status)
                .containsExactlyInAnyOrder(CallStatus.OUTCOME_UNKNOWN, CallStatus.DONE, CallStatus.DONE);
    }

    @Test
    void whereNoneEscapesWantOfMemoryThatIsSaid() {
        workshop.provider.makesAtMost(1);
        workshop.provider.edits((request, context) -> {
            throw new OutOfMemoryError("as this test wants it");
        });

        Job job = refine(2);

        assertThat(job.failed().orElseThrow().message()).contains("need more memory");
    }

    @Test
    void oneThatCannotBeAbortedKeepsNoOtherFromIt() {
        workshop.provider.makesAtMost(1);
        CountDownLatch asked = new CountDownLatch(3);
        CountDownLatch aborted = new CountDownLatch(3);
        workshop.provider.edits((request, context) -> {
            context.onCancel(() -> {
                aborted.countDown();
                throw new IllegalStateException("as this test wants it");
            });
            asked.countDown();
            Crowd.await(aborted);
            throw new ProviderFailure.Canceled("aborted");
        });
        Job job = workshop.submit(TestWorkshop.asking(3, RefineImage.Command.of(workshop.upload(GREY), prompt())));
        Crowd.await(asked);

        Job after = workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        assertThat(after.status()).isEqualTo(JobStatus.CANCELED);
        Crowd.await(aborted);
    }

    @Test
    void moreThanWereAskedForBecomeNoVersions() {
        workshop.provider.edits((request, context) -> List.of(red(), red(), red()));

        Job job = refine(1);

        assertThat(job.completed().orElseThrow().versions()).hasSize(1);
        assertThat(calls(job).get(0).delivery().orElseThrow().images()).hasSize(3);
        assertThat(told(job)).anyMatch(message -> message.contains("delivered 3 images where 1 was asked for"));
    }

    @Test
    void whatCameIsFinishedWhenTheTimeOfTheJobIsOver() {
        Job job = submitSecondAnswering(CandidatesTest::untilItIsBrokenOff);
        awaitFirstAndSecond(job);

        workshop.clock.advance(TestWorkshop.TIME_LIMIT.plusSeconds(1));

        Job done = workshop.watch(job);
        assertThat(done.completed().orElseThrow().versions()).hasSize(1);
        assertThat(statuses(job)).containsExactlyInAnyOrder(CallStatus.DONE, CallStatus.OUTCOME_UNKNOWN);
        assertThat(told(job)).anyMatch(message -> message.startsWith("A candidate failed: "));
    }

    @Test
    void whereNothingCameTheJobIsOutOfTime() {
        workshop.provider.makesAtMost(1);
        workshop.provider.edits((request, context) -> untilItIsBrokenOff(context));
        Job job = submit(2);
        Patience.await(() -> workshop.provider.edits.size() == 2);

        workshop.clock.advance(TestWorkshop.TIME_LIMIT.plusSeconds(1));

        assertThat(workshop.watch(job).failed().orElseThrow().code()).isEqualTo(FailureCode.CANCELED);
    }

    @Test
    void whatCameIsNoResultOfAJobThatTheUserCalledOff() {
        Job job = submitSecondAnswering(CandidatesTest::untilItIsBrokenOff);
        awaitFirstAndSecond(job);

        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        Patience.await(() -> statuses(job).contains(CallStatus.FAILED));
        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(statuses(job)).containsExactlyInAnyOrder(CallStatus.RESULT_STORED, CallStatus.FAILED);
    }

    @Test
    void whatAProviderGoesOnWithWhenTheTimeIsOverIsFetchedByARetryTogetherWithWhatCame() {
        workshop.provider.canResume((handle, context) -> new MadeImages(List.of(red()), ScriptedProvider.REPORT));
        Job job = submitSecondAnswering(context -> {
            context.accepted(new RemoteHandle("request-7", Map.of()));
            return untilItIsBrokenOff(context);
        });
        Patience.await(() -> statuses(job).containsAll(List.of(CallStatus.RESULT_STORED, CallStatus.ACCEPTED)));

        workshop.clock.advance(TestWorkshop.TIME_LIMIT.plusSeconds(1));

        assertThat(workshop.watch(job).failed().orElseThrow().message()).contains("still makes of it");
        workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), false));
        assertThat(workshop.watch(job).completed().orElseThrow().versions()).hasSize(2);
        assertThat(workshop.provider.edits).hasSize(2);
    }

    @Test
    void whatCameIsFinishedWhereAnotherIsToWaitBeyondTheTimeOfTheJob() {
        Job job = submitSecondAnswering(context -> {
            throw new ProviderFailure.RateLimited("slow down", Duration.ofHours(2));
        });

        Job done = workshop.watch(job);

        assertThat(done.completed().orElseThrow().versions()).hasSize(1);
        assertThat(told(job))
                .contains("A candidate failed: slow down; it cannot be asked for again before 2026-11-20T14:00:00Z, "
                        + "when the job's time is over");
    }

    @Test
    void whatCameWaitsForAnotherThatMayStillCome() {
        AtomicInteger refused = new AtomicInteger();
        Job job = submitSecondAnswering(context -> {
            if (refused.incrementAndGet() == 1) {
                throw new ProviderFailure.RateLimited("slow down", Duration.ofMinutes(10));
            }
            return List.of(red());
        });
        Patience.await(() -> isPostponed(job));

        workshop.clock.advance(Duration.ofMinutes(11));

        assertThat(workshop.watch(job).completed().orElseThrow().versions()).hasSize(2);
    }

    @Test
    void jobThatIsToWaitBeyondItsTimeSaysForWhomAndHowLong() {
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.RateLimited("slow down", Duration.ofHours(2));
        });

        Job job = refine(1);

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.RATE_LIMITED);
        assertThat(job.failed().orElseThrow().message())
                .isEqualTo("Provider 'scripted' cannot be asked before 2026-11-20T14:00:00Z, "
                        + "and the job may take no longer than 30m; retry it then: slow down");
    }

    @Test
    void whatCameBeforeAWorkerWasLostIsFinishedAfterTheTimeOfTheJob() {
        Job job = submitSecondAnswering(context -> {
            throw new ProviderFailure.RateLimited("slow down", Duration.ofMinutes(10));
        });
        Patience.await(() -> isPostponed(job));
        workshop.dispatcher.close();
        workshop.clock.advance(TestWorkshop.TIME_LIMIT.plusSeconds(1));

        try (TestWorkshop neighbour = workshop.neighbour()) {
            neighbour.provider.makesAtMost(1);
            neighbour.reconcile();

            assertThat(neighbour.watch(job).completed().orElseThrow().versions())
                    .hasSize(1);
            assertThat(neighbour.provider.edits).isEmpty();
        }
    }

    /** Two candidates, of which the first comes at once. */
    private Job submitSecondAnswering(Function<CallContext, List<EncodedImage>> second) {
        workshop.provider.makesAtMost(1);
        AtomicInteger asked = new AtomicInteger();
        workshop.provider.edits(
                (request, context) -> asked.incrementAndGet() == 1 ? List.of(red()) : second.apply(context));
        return submit(2);
    }

    private static List<EncodedImage> untilItIsBrokenOff(CallContext context) {
        Patience.await(context::isCanceled);
        throw new ProviderFailure.Canceled("It was broken off");
    }

    private void awaitFirstAndSecond(Job job) {
        Patience.await(() -> statuses(job).containsAll(List.of(CallStatus.RESULT_STORED, CallStatus.SENDING)));
    }

    private boolean isPostponed(Job job) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                .anyMatch(recorded -> recorded.event().kind() == JobEvent.Kind.POSTPONED);
    }

    private List<CallStatus> statuses(Job job) {
        return calls(job).stream().map(ProviderCall::status).toList();
    }

    private Job submit(int candidates) {
        return workshop.submit(
                TestWorkshop.asking(candidates, RefineImage.Command.of(workshop.upload(GREY), prompt())));
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }

    /** It begins like a PNG. */
    private EncodedImage cutOff() {
        byte[] whole = red().bytes();
        return EncodedImage.sniff(Arrays.copyOf(whole, 40)).orElseThrow();
    }

    private Job refine(int candidates) {
        return workshop.watch(submit(candidates));
    }

    private List<ProviderCall> calls(Job job) {
        return workshop.records.read(records -> records.calls(job.id()));
    }

    private List<String> told(Job job) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event.kind() == JobEvent.Kind.PROGRESSED)
                .map(JobEvent::message)
                .toList();
    }
}
