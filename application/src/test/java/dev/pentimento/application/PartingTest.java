package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a worker parts from a job whose call is under way: only the user calls off what a provider goes on with. */
@Timeout(60)
class PartingTest {
    private static final RemoteHandle HANDLE = new RemoteHandle("request-7", Map.of());

    private final TestWorkshop workshop = new TestWorkshop();
    private final BlockingQueue<Thread> workers = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch calledOff = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void processThatEndsLeavesWhatWasAcceptedToTheNext() {
        Job job = submitAccepted();

        workshop.useCases.workforce().stop(Duration.ofSeconds(30));

        assertThat(jobNow(job).status()).isEqualTo(JobStatus.PENDING);
        assertThat(statuses(job)).containsExactly(CallStatus.ACCEPTED);
        assertThat(calledOff.getCount()).isOne();
        assertThat(finishedElsewhere(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(statuses(job)).containsExactly(CallStatus.DONE);
    }

    @Test
    void processThatEndsLetsFinishWhatOnlyItCanWaitFor() {
        CountDownLatch answer = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            context.onCancel(calledOff::countDown);
            asked.countDown();
            Crowd.await(answer);
            return context.isCanceled() ? List.of() : List.of(red());
        });
        Job job = workshop.submit(command());
        Crowd.await(asked);
        Thread ending = new Thread(() -> workshop.useCases.workforce().stop(Duration.ofSeconds(30)));
        ending.start();
        Patience.await(() -> ending.getState() == Thread.State.TIMED_WAITING);

        answer.countDown();

        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(calledOff.getCount()).isOne();
    }

    @Test
    void processThatEndsMakesNoNewCall() {
        workshop.provider.edits((request, context) -> {
            asked.countDown();
            throw new ProviderFailure.Unavailable("busy; ask again", null);
        });
        Job job = workshop.submit(command());
        Crowd.await(asked);

        workshop.useCases.workforce().stop(Duration.ofSeconds(30));

        assertThat(jobNow(job).status()).isEqualTo(JobStatus.PENDING);
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void workerThatLostItsLeaseLeavesWhatWasAcceptedToWhoeverHasItNow() {
        Job job = submitAccepted();

        loseTheLeaseOf(job);

        Crowd.await(left);
        assertThat(calledOff.getCount()).isOne();
        assertThat(statuses(job)).containsExactly(CallStatus.ACCEPTED);
    }

    @Test
    void workerThatLostItsLeaseBreaksOffWhatNobodyElseCanWaitFor() {
        workshop.provider.edits((request, context) -> {
            context.onCancel(calledOff::countDown);
            asked.countDown();
            Crowd.await(calledOff);
            context.checkCanceled();
            return List.of(red());
        });
        Job job = workshop.submit(command());
        Crowd.await(asked);

        loseTheLeaseOf(job);

        Patience.await(() -> statuses(job).contains(CallStatus.OUTCOME_UNKNOWN));
    }

    @Test
    void lateJobLeavesWhatWasAcceptedToARetry() {
        Job job = submitAccepted();

        workshop.clock.advance(TestWorkshop.TIME_LIMIT.plusSeconds(1));

        assertThat(workshop.watch(job).failed().orElseThrow().message()).contains("still makes of it");
        assertThat(calledOff.getCount()).isOne();
        assertThat(statuses(job)).containsExactly(CallStatus.ACCEPTED);
    }

    @Test
    void userWhoCancelsCallsTheRequestOff() {
        Job job = submitAccepted();

        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        Crowd.await(calledOff);
        Patience.await(() -> statuses(job).contains(CallStatus.FAILED));
    }

    @Test
    void workerThatDidNotFinishInTimeWritesNothingOnceTheHomeIsClosed() throws InterruptedException {
        CountDownLatch aborted = new CountDownLatch(1);
        Job job = submit(context -> {
            Crowd.await(aborted);
            throw new ProviderFailure.OutcomeUnknown("the connection was closed", null);
        });
        workshop.useCases.workforce().stop(Duration.ZERO);

        workshop.useCases.workforce().close();
        aborted.countDown();

        workers.take().join();
        assertThat(statuses(job)).containsExactly(CallStatus.SENDING);
        assertThat(jobNow(job).status()).isEqualTo(JobStatus.PROCESSING);
        assertThat(finishedElsewhere(job).failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
    }

    @Test
    void whatComesBeforeTheHomeIsClosedIsKeptHoweverLateItIs() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        Job job = submit(context -> {
            Crowd.await(answer);
            return List.of(red());
        });

        workshop.useCases.workforce().stop(Duration.ZERO);
        answer.countDown();

        workers.take().join();
        assertThat(statuses(job)).containsExactly(CallStatus.DONE);
    }

    @Test
    void whatGoesWrongInAProcessThatEndsIsDoneByTheNextIfThatIsFree() throws InterruptedException {
        workshop.provider.costs(Cost.free());
        Job job = goneWrongWhileEnding();

        assertThat(jobNow(job).status()).isEqualTo(JobStatus.PENDING);
        assertThat(finishedElsewhere(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(statuses(job)).containsExactly(CallStatus.FAILED, CallStatus.DONE);
    }

    @Test
    void whatGoesWrongInAProcessThatEndsIsNotPaidForAgain() throws InterruptedException {
        Job job = goneWrongWhileEnding();

        assertThat(jobNow(job).status()).isEqualTo(JobStatus.PENDING);
        assertThat(finishedElsewhere(job).failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(statuses(job)).containsExactly(CallStatus.OUTCOME_UNKNOWN);
    }

    private Job goneWrongWhileEnding() throws InterruptedException {
        BlockingQueue<CallContext> contexts = new LinkedBlockingQueue<>();
        CountDownLatch ending = new CountDownLatch(1);
        Job job = submit(context -> {
            contexts.add(context);
            Crowd.await(ending);
            throw new IllegalStateException("what it needs was closed");
        });
        workshop.useCases.workforce().stop(Duration.ZERO);
        CallContext context = contexts.take();
        awaitRoundOfTheWatch(job, context, "Half way");
        awaitRoundOfTheWatch(job, context, "Nearly there");
        ending.countDown();
        workers.take().join();
        return job;
    }

    /** The end of one; only the next is sure to have begun after this was called. */
    private void awaitRoundOfTheWatch(Job job, CallContext context, String news) {
        context.progress(0.5, news);
        Patience.await(() -> workshop.records.read(records -> records.events(job.id(), 0, 100)).stream()
                .anyMatch(recorded -> recorded.event().message().equals(news)));
    }

    /** Its call is under way. */
    private Job submit(Function<CallContext, List<EncodedImage>> provider) {
        workshop.provider.edits((request, context) -> {
            workers.add(Thread.currentThread());
            asked.countDown();
            return provider.apply(context);
        });
        Job job = workshop.submit(command());
        Crowd.await(asked);
        return job;
    }

    /** Its provider works on it until the worker has to leave it. */
    private Job submitAccepted() {
        workshop.provider.canResume((handle, context) -> new MadeImages(List.of(red()), ScriptedProvider.REPORT));
        workshop.provider.edits((request, context) -> {
            context.onCancel(calledOff::countDown);
            context.accepted(HANDLE);
            asked.countDown();
            return lookAgainAndAgain(context);
        });
        Job job = workshop.submit(command());
        Crowd.await(asked);
        return job;
    }

    private List<EncodedImage> lookAgainAndAgain(CallContext context) {
        try {
            Patience.await(context::isCanceled);
            context.checkCanceled();
            return List.of();
        } finally {
            left.countDown();
        }
    }

    private void loseTheLeaseOf(Job job) {
        workshop.records.write(records -> {
            Ticket ticket = records.ticket(job.id()).orElseThrow();
            Job now = records.job(job.id()).orElseThrow();
            Lease lease = new Lease("others", workshop.clock.instant().plusSeconds(30));
            return records.replace(now, now.requeue().start(workshop.clock.instant()))
                    && records.replace(ticket, ticket.heldBy(lease));
        });
    }

    private Job finishedElsewhere(Job job) {
        workshop.clock.advance(Duration.ofMinutes(1));
        try (TestWorkshop neighbour = workshop.neighbour()) {
            neighbour.provider.canResume((handle, context) -> new MadeImages(List.of(red()), ScriptedProvider.REPORT));
            neighbour.reconcile();
            return neighbour.watch(job);
        }
    }

    private Job jobNow(Job job) {
        return workshop.records.read(records -> records.job(job.id())).orElseThrow();
    }

    private List<CallStatus> statuses(Job job) {
        return workshop.records.read(records -> records.calls(job.id())).stream()
                .map(ProviderCall::status)
                .toList();
    }

    private RefineImage.Command command() {
        return RefineImage.Command.of(workshop.upload(GREY), prompt());
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }
}
