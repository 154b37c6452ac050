package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.out.MadeImages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PaidWorkTest {
    private static final RemoteHandle HANDLE =
            new RemoteHandle("request-7", Map.of("status_url", "http://127.0.0.1/7"));

    private TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void paidCallIsSettledAtWhatItCost() {
        Job job = refine();

        ProviderCall call = onlyCall(job);
        assertThat(call.status()).isEqualTo(CallStatus.DONE);
        assertThat(call.cost()).isEqualTo(Cost.reported(1234));
        assertThat(job.completed().orElseThrow().report().cost()).isEqualTo(Cost.reported(1234));
        assertThat(booked(job)).isEqualTo(1234);
    }

    @Test
    void eventsTellOfEveryStepOfThePaidCall() {
        Job job = refine();

        assertThat(kinds(job))
                .containsSubsequence(
                        JobEvent.Kind.SUBMITTED,
                        JobEvent.Kind.BEGUN,
                        JobEvent.Kind.SENT,
                        JobEvent.Kind.DELIVERED,
                        JobEvent.Kind.ENDED)
                .endsWith(JobEvent.Kind.ENDED);
    }

    /** The table of failures of the design, as the application treats it: code of the job, calls made, billing of the last. */
    static Stream<Arguments> failuresThatEndTheJob() {
        return Stream.of(
                row(() -> new ProviderFailure.NotSent("refused", null), FailureCode.NOT_SENT, 6, Billing.FREE),
                row(() -> new ProviderFailure.QuotaExhausted("empty"), FailureCode.QUOTA_EXHAUSTED, 1, Billing.FREE),
                row(() -> new ProviderFailure.AccessDenied("key?"), FailureCode.ACCESS_DENIED, 1, Billing.FREE),
                row(() -> new ProviderFailure.InvalidRequest("bad"), FailureCode.INVALID_REQUEST, 1, Billing.FREE),
                row(() -> new ProviderFailure.ModelRetired("gone"), FailureCode.MODEL_RETIRED, 1, Billing.FREE),
                row(() -> new ProviderFailure.Refused("policy"), FailureCode.REFUSED, 1, Billing.FREE),
                row(() -> new ProviderFailure.Unavailable("busy", null), FailureCode.UNAVAILABLE, 4, Billing.FREE),
                row(
                        () -> new ProviderFailure.Unintelligible("html", null),
                        FailureCode.UNINTELLIGIBLE,
                        1,
                        Billing.BILLED));
    }

    private static Arguments row(Supplier<ProviderFailure> failure, FailureCode code, int calls, Billing billing) {
        return arguments(failure, code, calls, billing);
    }

    @ParameterizedTest
    @MethodSource("failuresThatEndTheJob")
    void failureDecidesHowOftenIsAskedAndWhatIsBooked(
            Supplier<ProviderFailure> failure, FailureCode code, int calls, Billing billing) {
        workshop.clock.ticks(Duration.ofMillis(300));
        failWith(failure, Integer.MAX_VALUE);

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(code);
        assertThat(workshop.provider.edits).hasSize(calls);
        assertThat(calls(job))
                .hasSize(calls)
                .allSatisfy(call ->
                        assertThat(((CallState.Failed) call.state()).billing()).isEqualTo(billing));
        assertThat(booked(job)).isEqualTo(billing == Billing.FREE ? 0 : 1000);
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void passingFailureIsTriedAgainUntilItWorks(Supplier<ProviderFailure> failure) {
        workshop.clock.ticks(Duration.ofMillis(300));
        failWith(failure, 2);

        Job job = refine();

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(calls(job))
                .extracting(ProviderCall::status)
                .containsExactly(CallStatus.FAILED, CallStatus.FAILED, CallStatus.DONE);
        assertThat(booked(job)).isEqualTo(1234);
    }

    static Stream<Supplier<ProviderFailure>> passingFailures() {
        return Stream.of(
                () -> new ProviderFailure.NotSent("refused", null),
                () -> new ProviderFailure.Unavailable("busy", null),
                () -> new ProviderFailure.RateLimited("slow down", Duration.ofSeconds(3)));
    }

    @Test
    void longWaitFreesTheWorkerAndGoesOnLater() {
        failWith(() -> new ProviderFailure.RateLimited("tomorrow", Duration.ofMinutes(10)), 1);
        Job job = workshop.submit(command());
        awaitEvent(job, JobEvent.Kind.POSTPONED);
        assertThat(status(job)).isEqualTo(JobStatus.PENDING);

        workshop.clock.advance(Duration.ofMinutes(11));

        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(workshop.provider.edits).hasSize(2);
    }

    @Test
    void unknownOutcomeIsNeverSentAgainByItself() {
        failWith(() -> new ProviderFailure.OutcomeUnknown("the line went dead", null), 1);

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(workshop.provider.edits).hasSize(1);
        assertThat(onlyCall(job).status()).isEqualTo(CallStatus.OUTCOME_UNKNOWN);
        assertThat(kinds(job)).contains(JobEvent.Kind.OUTCOME_UNKNOWN);
        assertThat(booked(job)).isEqualTo(1000);
    }

    @Test
    void unknownOutcomeIsSentAgainOnlyByAUserWhoKnowsThatItMayBeChargedAgain() {
        failWith(() -> new ProviderFailure.OutcomeUnknown("the line went dead", null), 1);
        Job job = refine();

        RetryJob.Outcome warned = retry(job, false);
        RetryJob.Outcome retried = retry(job, true);

        assertThat(warned).isInstanceOf(RetryJob.MayBeChargedAgain.class);
        assertThat(retried).isInstanceOf(RetryJob.Submitted.class);
        Job done = workshop.watch(job);
        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(calls(job))
                .extracting(ProviderCall::status)
                .containsExactly(CallStatus.OUTCOME_UNKNOWN, CallStatus.DONE);
        assertThat(done.completed().orElseThrow().report().cost().basis()).isEqualTo(CostBasis.UNKNOWN);
        assertThat(booked(job)).isEqualTo(1000 + 1234);
    }

    @Test
    void mistakeOfAnAdapterLeavesThePaidCallUnknown() {
        workshop.provider.edits((request, context) -> {
            throw new IllegalStateException("adapter is broken");
        });

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(onlyCall(job).status()).isEqualTo(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void unusableAnswerIsKeptAsItCame() {
        byte[] answer = "<html>oops</html>".getBytes(StandardCharsets.UTF_8);
        failWith(() -> new ProviderFailure.Unintelligible("html", answer, Cost.reported(77), null), 1);

        Job job = refine();

        ProviderCall call = onlyCall(job);
        byte[] kept =
                workshop.records.read(records -> records.answer(call.id())).orElseThrow();
        assertThat(kept).isEqualTo(answer);
        assertThat(call.cost()).isEqualTo(Cost.reported(77));
    }

    @Test
    void pictureThatCannotBeReadIsPaidAndNotTakenForAResultAgain() {
        workshop.provider.edits((request, context) ->
                List.of(EncodedImage.sniff(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})
                        .orElseThrow()));
        Job job = refine();
        paintRed();

        RetryJob.Outcome retried = retry(job, true);

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
        assertThat(((CallState.Failed) calls(job).get(0).state()).cost()).isEqualTo(Cost.reported(1234));
        assertThat(retried).isInstanceOf(RetryJob.Submitted.class);
        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void acceptedCallIsTakenUpAgainAndNeverSentTwice() {
        workshop.clock.ticks(Duration.ofMillis(300));
        AtomicInteger looks = new AtomicInteger();
        workshop.provider.canResume((handle, context) -> {
            if (looks.incrementAndGet() < 3) {
                throw new ProviderFailure.OutcomeUnknown("the line went dead", null);
            }
            return new MadeImages(List.of(red()), ScriptedProvider.REPORT);
        });
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            throw new ProviderFailure.OutcomeUnknown("the line went dead", null);
        });

        Job job = refine();

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(workshop.provider.edits).hasSize(1);
        assertThat(onlyCall(job).status()).isEqualTo(CallStatus.DONE);
    }

    @Test
    void acceptedCallThatTheProviderHasGivenUpIsMadeAnew() {
        workshop.clock.ticks(Duration.ofMillis(300));
        AtomicInteger looks = new AtomicInteger();
        workshop.provider.canResume((handle, context) -> {
            looks.incrementAndGet();
            throw ProviderFailure.Unavailable.givenUp("its runner went away");
        });
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            if (workshop.provider.edits.size() == 1) {
                throw new ProviderFailure.OutcomeUnknown("the line went dead", null);
            }
            return List.of(red());
        });

        Job job = refine();

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(looks).hasValue(1);
        assertThat(calls(job)).extracting(ProviderCall::status).containsExactly(CallStatus.FAILED, CallStatus.DONE);
        assertThat(((CallState.Failed) calls(job).get(0).state()).billing()).isEqualTo(Billing.FREE);
        assertThat(booked(job)).isEqualTo(1234);
    }

    @Test
    void providerThatGivesEverythingUpIsNotAskedForEver() {
        workshop.clock.ticks(Duration.ofMillis(300));
        workshop.provider.canResume((handle, context) -> new MadeImages(List.of(red()), ScriptedProvider.REPORT));
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            throw ProviderFailure.Unavailable.givenUp("no runner");
        });

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNAVAILABLE);
        assertThat(workshop.provider.edits).hasSize(4);
        assertThat(booked(job)).isZero();
    }

    @Test
    void acceptedCallOfAProviderThatCannotResumeIsUnknown() {
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            throw new ProviderFailure.OutcomeUnknown("the line went dead", null);
        });

        assertThat(onlyCall(refine()).status()).isEqualTo(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void cancellingAbortsTheCallAndKeepsWhatCameAllTheSame() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            context.onCancel(aborted::countDown);
            asked.countDown();
            await(aborted);
            return List.of(red());
        });
        Job job = workshop.submit(command());
        await(asked);

        Job canceled = cancel(job);

        assertThat(canceled.status()).isEqualTo(JobStatus.CANCELED);
        RecordedEvent late = awaitEvent(job, JobEvent.Kind.LATE_RESULT);
        assertThat(isKept(late)).isTrue();
        assertThat(onlyCall(job).status()).isEqualTo(CallStatus.DONE);
        assertThat(cancel(job)).isEqualTo(canceled);
    }

    @Test
    void retryUsesALateResultWithoutPayingAgain() throws InterruptedException {
        cancellingAbortsTheCallAndKeepsWhatCameAllTheSame();
        Job job = workshop.records
                .read(records -> records.latestJobs(UserId.LOCAL, 1))
                .get(0);

        retry(job, false);

        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void cancelledCallThatBringsNothingMayHaveBeenBilled() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            context.onCancel(aborted::countDown);
            asked.countDown();
            await(aborted);
            throw new ProviderFailure.Canceled("aborted");
        });
        Job job = workshop.submit(command());
        await(asked);
        cancel(job);
        workshop.close();

        CallState.Failed failed = (CallState.Failed) onlyCall(job).state();

        assertThat(failed.billing()).isEqualTo(Billing.UNKNOWN);
        assertThat(onlyCall(job).cost()).isEqualTo(Cost.unknown());
    }

    @Test
    void budgetForbidsTheCallBeforeItIsSent() {
        reopen(policies -> new Policies(
                new Budget(OptionalLong.of(999), OptionalLong.empty(), OptionalLong.empty(), false),
                policies.limits(),
                policies.lease(),
                policies.poll(),
                policies.maxAttempts(),
                policies.refinementTimeout(),
                policies.runTimeout(),
                1,
                policies.standInsWhenFree(),
                policies.refinementStages()));

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.QUOTA_EXHAUSTED);
        assertThat(job.failed().orElseThrow().message()).contains("budget.per-job-usd");
        assertThat(workshop.provider.edits).isEmpty();
        assertThat(calls(job)).isEmpty();
    }

    @Test
    void fullDiskForbidsTheCallBeforeItIsSent() {
        Job job = workshop.submit(command());
        workshop.watch(job);
        workshop.vault.fillUp();

        Job second = workshop.refine(RefineImage.Command.of(TestWorkshop.stored("A"), prompt()));

        assertThat(second.failed().orElseThrow().code()).isEqualTo(FailureCode.STORAGE);
        assertThat(workshop.provider.edits).hasSize(1);
        assertThat(calls(second)).isEmpty();
    }

    @Test
    void candidatesAreCallsOfTheirOwnWhereAProviderMakesOneAtATime() {
        workshop.provider.makesAtMost(1);

        Job job = workshop.refine(candidates(3));

        assertThat(job.completed().orElseThrow().versions()).hasSize(3);
        assertThat(calls(job)).extracting(ProviderCall::part).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(workshop.provider.edits)
                .extracting(request -> request.knobs().seed())
                .containsExactlyInAnyOrder(5L, 6L, 7L);
        assertThat(job.completed().orElseThrow().report().cost()).isEqualTo(Cost.reported(3 * 1234));
    }

    @Test
    void failingCandidateLosesNothingOfTheOthers() {
        workshop.provider.makesAtMost(1);
        workshop.provider.edits((request, context) -> {
            if (Long.valueOf(6).equals(request.knobs().seed())) {
                throw new ProviderFailure.OutcomeUnknown("the line went dead", null);
            }
            return List.of(red());
        });

        Job job = workshop.refine(candidates(3));

        assertThat(job.completed().orElseThrow().versions()).hasSize(2);
        assertThat(calls(job))
                .extracting(ProviderCall::status)
                .containsExactlyInAnyOrder(CallStatus.DONE, CallStatus.DONE, CallStatus.OUTCOME_UNKNOWN);
        assertThat(job.completed().orElseThrow().report().cost()).isEqualTo(Cost.unknown());
    }

    @Test
    void freeProviderIsSimplyAskedAgain() {
        workshop.provider.costs(Cost.free());
        failWith(() -> new ProviderFailure.OutcomeUnknown("the engine stumbled", null), 1);
        Job job = refine();

        RetryJob.Outcome retried = retry(job, false);

        assertThat(retried).isInstanceOf(RetryJob.Submitted.class);
        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void completedJobIsNotRetried() {
        assertThat(retry(refine(), true)).isInstanceOf(RetryJob.NothingToRetry.class);
    }

    /** Had it stayed reserved for the process that ended, nobody would take it up while the clock stands still. */
    @Test
    void jobOfAProcessThatEndsIsLeftToOthersAtOnce() {
        failWith(() -> new ProviderFailure.RateLimited("slow down", Duration.ofSeconds(60)), 1);
        Job job = workshop.submit(command());
        awaitEvent(job, JobEvent.Kind.SENT);

        workshop.useCases.workforce().stop(Duration.ofSeconds(20));

        assertThat(status(job)).isEqualTo(JobStatus.PENDING);
        assertThat(kinds(job)).endsWith(JobEvent.Kind.POSTPONED);
        try (TestWorkshop neighbour = workshop.neighbour()) {
            neighbour.reconcile();
            assertThat(neighbour.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
        }
    }

    @Test
    void processThatEndsFinishesWhatAProviderHasMade() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        workshop.provider.canResume((handle, context) -> new MadeImages(List.of(red()), ScriptedProvider.REPORT));
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            asked.countDown();
            while (!context.isCanceled()) {
                Thread.onSpinWait();
            }
            return List.of(red());
        });
        Job job = workshop.submit(command());
        await(asked);

        workshop.useCases.workforce().stop(Duration.ofSeconds(30));

        assertThat(status(job)).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void lateJobIsStoppedAndItsCallAborted() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            context.onCancel(aborted::countDown);
            asked.countDown();
            await(aborted);
            throw new ProviderFailure.Canceled("aborted");
        });
        Job job = workshop.submit(command());
        await(asked);

        workshop.clock.advance(TestWorkshop.TIME_LIMIT.plusSeconds(1));

        Job ended = workshop.watch(job);
        assertThat(ended.failed().orElseThrow().message()).contains("longer than 30m");
        assertThat(onlyCall(job).status()).isEqualTo(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void partialImagesAreEventsWithPicturesOfTheirOwn() {
        workshop.provider.edits((request, context) -> {
            context.partialImage(workshop.png(filled(GREY)));
            return List.of(red());
        });

        Job job = refine();

        assertThat(events(job))
                .filteredOn(event -> event.event().kind() == JobEvent.Kind.PARTIAL_IMAGE)
                .singleElement()
                .satisfies(event -> assertThat(isKept(event)).isTrue());
    }

    /** Whether the event names an image that is there. */
    private boolean isKept(RecordedEvent event) {
        return workshop.vault.contains(Objects.requireNonNull(event.event().image()));
    }

    private void reopen(UnaryOperator<Policies> change) {
        workshop.close();
        workshop = new TestWorkshop(change);
    }

    private RefineImage.Command command() {
        return RefineImage.Command.of(workshop.upload(GREY), prompt());
    }

    private RefineImage.Command candidates(int count) {
        RefineImage.Command one = command();
        Knobs knobs = new Knobs(Knobs.DEFAULT.strength(), Knobs.DEFAULT.creativity(), Set.of(), count, 5L);
        return TestWorkshop.with(knobs, one.provider(), one);
    }

    private Job refine() {
        return workshop.refine(command());
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }

    private void paintRed() {
        workshop.provider.edits((request, context) -> List.of(red()));
    }

    private void failWith(Supplier<ProviderFailure> failure, int times) {
        AtomicInteger left = new AtomicInteger(times);
        workshop.provider.edits((request, context) -> {
            if (left.getAndDecrement() > 0) {
                throw failure.get();
            }
            return List.of(red());
        });
    }

    private RetryJob.Outcome retry(Job job, boolean accept) {
        return workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), accept));
    }

    private Job cancel(Job job) {
        return workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));
    }

    private JobStatus status(Job job) {
        return workshop.records
                .read(records -> records.job(job.id()))
                .orElseThrow()
                .status();
    }

    private List<ProviderCall> calls(Job job) {
        return workshop.records.read(records -> records.calls(job.id()));
    }

    private ProviderCall onlyCall(Job job) {
        assertThat(calls(job)).hasSize(1);
        return calls(job).get(0);
    }

    private long booked(Job job) {
        return workshop.records
                .read(records -> records.booked(job.id(), job.owner(), workshop.clock.instant()))
                .ofJob();
    }

    private List<RecordedEvent> events(Job job) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000));
    }

    private List<JobEvent.Kind> kinds(Job job) {
        List<JobEvent.Kind> kinds = new ArrayList<>();
        events(job).forEach(event -> kinds.add(event.event().kind()));
        return kinds;
    }

    /** Looks at the records until it is there. */
    private RecordedEvent awaitEvent(Job job, JobEvent.Kind kind) {
        while (true) {
            for (RecordedEvent event : events(job)) {
                if (event.event().kind() == kind) {
                    return event;
                }
            }
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
