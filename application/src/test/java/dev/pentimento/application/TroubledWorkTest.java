package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.WorkObserver;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of paid work when the records are held, the disk is full, or the job is lost, in its midst. */
@Timeout(60)
class TroubledWorkTest {
    private static final RemoteHandle HANDLE = new RemoteHandle("request-7", Map.of());
    private static final int MORE_THAN_IT_INSISTS = 12;

    private final TestWorkshop workshop = new TestWorkshop(TroubledWorkTest::withTwoWorkers);

    private static Policies withTwoWorkers(Policies policies) {
        return new Policies(
                policies.budget(),
                policies.limits(),
                policies.lease(),
                policies.poll(),
                policies.maxAttempts(),
                policies.refinementTimeout(),
                policies.runTimeout(),
                2,
                policies.standInsWhenFree(),
                policies.refinementStages());
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void resultIsWrittenDownAsSoonAsOthersLetGoOfTheRecords() {
        deliverRed();
        refuse(5, CallStatus.RESULT_STORED);

        Job job = refine();

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(statuses(job)).containsExactly(CallStatus.DONE);
        assertThat(workshop.fragile.refusalsLeft()).isZero();
    }

    @Test
    void handleIsWrittenDownAsSoonAsOthersLetGoOfTheRecords() {
        acceptAndDeliverRed();
        refuse(5, CallStatus.ACCEPTED);

        Job job = refine();

        assertThat(statuses(job)).containsExactly(CallStatus.DONE);
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void recordsHeldForVeryLongFailNoJob() {
        deliverRed();
        workshop.fragile.refuse(
                MORE_THAN_IT_INSISTS,
                (method, written) ->
                        method.equals("replace") && written instanceof Job job && job.status() == JobStatus.COMPLETED);
        Job job = workshop.submit(command());
        Patience.await(() -> workshop.fragile.refusalsLeft() == 0);
        workshop.clock.ticks(Duration.ofMillis(300));

        Job done = workshop.watch(job);

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(done.attempt()).isEqualTo(2);
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void whatHappenedIsToldAlthoughItCouldNotBeWrittenDownAtFirst() {
        deliverRed();
        workshop.fragile.refuse(
                7, (method, written) -> written instanceof JobEvent event && event.kind() == JobEvent.Kind.STARTED);

        Job job = workshop.watch(workshop.submit(command()));

        assertThat(kinds(job))
                .startsWith(JobEvent.Kind.SUBMITTED, JobEvent.Kind.BEGUN)
                .endsWith(JobEvent.Kind.ENDED);
        assertThat(kinds(job)).filteredOn(JobEvent.Kind.STARTED::equals).hasSize(4);
        assertThat(kinds(job)).filteredOn(JobEvent.Kind.COMPLETED::equals).hasSize(4);
    }

    @Test
    void handleOfAWorkerThatLostItsJobServesTheNextWorker() {
        workshop.provider.canResume((handle, context) -> delivery());
        workshop.provider.edits((request, context) -> {
            loseEveryLease();
            context.accepted(HANDLE);
            throw new AssertionError("It should have been told that the job is lost");
        });
        Job job = workshop.submit(command());
        Patience.await(() -> statuses(job).contains(CallStatus.ACCEPTED));
        assertThat(events(job, JobEvent.Kind.OUTCOME_UNKNOWN)).isEmpty();

        workshop.clock.advance(Duration.ofMinutes(1));
        workshop.reconcile();

        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(statuses(job)).containsExactly(CallStatus.DONE);
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void workerThatLostItsJobTellsNothingMoreOfIt() {
        CountDownLatch gone = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            context.progress(0.25, "before");
            loseEveryLease();
            context.progress(0.75, "after");
            gone.countDown();
            return List.of(red());
        });
        Job job = workshop.submit(command());
        Crowd.await(gone);

        Patience.await(() -> !events(job, JobEvent.Kind.LATE_RESULT).isEmpty());

        assertThat(events(job, JobEvent.Kind.PROGRESSED)).doesNotContain("after");
        assertThat(events(job, JobEvent.Kind.FAILED)).isEmpty();
    }

    @Test
    void mistakeOfOursLosesNothingThatAProviderGoesOnWith() {
        workshop.provider.canResume((handle, context) -> delivery());
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            throw new IllegalStateException("adapter is broken");
        });
        Job job = refine();
        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(statuses(job)).containsExactly(CallStatus.ACCEPTED);

        assertThat(retried(job).status()).isEqualTo(JobStatus.COMPLETED);

        assertThat(workshop.provider.edits).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheAccount")
    void acceptedRequestWaitsForAKeyThatFitsOrForCredit(ProviderFailure failure) {
        workshop.provider.canResume((handle, context) -> delivery());
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            throw failure;
        });
        Job job = refine();
        assertThat(job.failed().orElseThrow().code()).isEqualTo(failure.code());
        assertThat(statuses(job)).containsExactly(CallStatus.ACCEPTED);

        workshop.clock.advance(Duration.ofSeconds(31));

        assertThat(retried(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(workshop.provider.edits).hasSize(1);
    }

    static Stream<ProviderFailure> failuresOfTheAccount() {
        return Stream.of(
                new ProviderFailure.AccessDenied("the key was changed"),
                new ProviderFailure.QuotaExhausted("the account is empty"));
    }

    @Test
    void resultThatFindsNoRoomIsFetchedAgainWhereTheProviderKeepsIt() {
        workshop.provider.canResume((handle, context) -> delivery());
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            workshop.vault.fillUp();
            return List.of(red());
        });
        Job job = refine();
        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.STORAGE);
        assertThat(statuses(job)).containsExactly(CallStatus.ACCEPTED);

        workshop.vault.makeRoom();

        assertThat(retried(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void whoeverWaitsForAJobThatFindsNoRoomForAnythingIsToldAndTheJobGoesOnWhenThereIs() {
        workshop.provider.edits((request, context) -> {
            workshop.fragile.fillUp();
            throw new ProviderFailure.Refused("policy");
        });
        Job job = workshop.submit(command());

        assertThatThrownBy(() -> workshop.watch(job))
                .isInstanceOf(StorageFailure.class)
                .hasMessageStartingWith("The disk of the home is full; make room; job " + job.id());

        workshop.fragile.makeRoom();
        workshop.clock.ticks(Duration.ofMillis(300));
        Patience.await(() -> workshop.records
                .read(records -> records.job(job.id()))
                .orElseThrow()
                .isFinal());
        assertThat(workshop.watch(job).failed()).isPresent();
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void unfinishedPictureThatFindsNoRoomBreaksNoPaidCallOff() {
        workshop.provider.edits((request, context) -> {
            workshop.vault.fillUp();
            context.partialImage(workshop.png(filled(GREY)));
            workshop.vault.makeRoom();
            return List.of(red());
        });

        assertThat(refine().status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void observerThatMeetsAnErrorOfTheMachineFailsNothingThatIsKept() {
        deliverRed();
        workshop.useCases.observeWork().handle(new WorkObserver() {
            @Override
            public void moved(ProviderCall call) {
                throw new LinkageError("as this test wants it");
            }
        });

        Job job = workshop.watch(workshop.submit(command()));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void damagedJobCostsNoOtherJobItsLease() {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch answer = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            asked.countDown();
            Crowd.await(answer);
            return List.of(red());
        });
        Job damaged = workshop.submit(command());
        Job sound = workshop.submit(command());
        Crowd.await(asked);
        workshop.fragile.damage(damaged.id());
        Instant lease = leaseOf(sound).until();

        workshop.clock.advance(Duration.ofSeconds(20));

        Patience.await(() -> leaseOf(sound).until().isAfter(lease));
        answer.countDown();
        assertThat(workshop.watch(sound).status()).isEqualTo(JobStatus.COMPLETED);
    }

    private Lease leaseOf(Job job) {
        return Objects.requireNonNull(workshop.records
                .read(records -> records.ticket(job.id()))
                .orElseThrow()
                .lease());
    }

    /** As if they had run out, and others had taken the jobs. */
    private void loseEveryLease() {
        workshop.records.write(records -> {
            for (Ticket ticket : records.tickets()) {
                Job job = records.job(ticket.job()).orElseThrow();
                Instant now = workshop.clock.instant();
                records.replace(job, job.requeue().start(now));
                records.replace(ticket, ticket.heldBy(new Lease("others", now.plusSeconds(30))));
            }
            return records;
        });
    }

    private void refuse(int times, CallStatus status) {
        workshop.fragile.refuse(
                times,
                (method, written) ->
                        method.equals("replace") && written instanceof ProviderCall call && call.status() == status);
    }

    private void deliverRed() {
        workshop.provider.edits((request, context) -> List.of(red()));
    }

    private void acceptAndDeliverRed() {
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            return List.of(red());
        });
    }

    private MadeImages delivery() {
        return new MadeImages(List.of(red()), ScriptedProvider.REPORT);
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }

    private RefineImage.Command command() {
        return RefineImage.Command.of(workshop.upload(GREY), prompt());
    }

    private Job refine() {
        return workshop.refine(command());
    }

    private Job retried(Job job) {
        workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), false));
        return workshop.watch(job);
    }

    private List<CallStatus> statuses(Job job) {
        return workshop.records.read(records -> records.calls(job.id())).stream()
                .map(ProviderCall::status)
                .toList();
    }

    private List<JobEvent.Kind> kinds(Job job) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                .map(recorded -> recorded.event().kind())
                .toList();
    }

    /** The messages of all events of a kind. */
    private List<String> events(Job job, JobEvent.Kind kind) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event.kind() == kind)
                .map(JobEvent::message)
                .toList();
    }
}
