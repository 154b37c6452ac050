package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.MadeImages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a job whose worker was lost, by the state in which it left its call. */
@Timeout(60)
class RecoveryTest {
    private static final CallId CALL = new CallId(new UUID(7, 7));

    private final TestWorkshop lost = new TestWorkshop(Policies::withoutWorkers);
    private final TestWorkshop workshop = lost.neighbour();
    private Job job;

    @BeforeEach
    void loseTheWorker() {
        job = lost.submit(RefineImage.Command.of(lost.upload(GREY), prompt()));
        loseTheWorkerOf(job);
        workshop.provider.edits((request, context) -> List.of(red()));
    }

    private void loseTheWorkerOf(Job pending) {
        lost.records.write(records -> {
            Ticket ticket = records.ticket(pending.id()).orElseThrow();
            Job started = pending.start(lost.clock.instant());
            Lease lease = new Lease("lost", lost.clock.instant().plusSeconds(30));
            return records.replace(pending, started) && records.replace(ticket, ticket.heldBy(lease));
        });
    }

    @AfterEach
    void close() {
        lost.close();
        workshop.close();
    }

    @Test
    void jobIsLeftToItsWorkerAsLongAsTheLeaseLasts() {
        workshop.reconcile();

        assertThat(jobNow().status()).isEqualTo(JobStatus.PROCESSING);
        assertThat(jobNow().attempt()).isEqualTo(1);
    }

    @Test
    void nothingPlannedIsSimplyBegunAgain() {
        Job done = recover();

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(done.attempt()).isEqualTo(2);
    }

    @Test
    void plannedCallMayBeSent() {
        leave(new CallState.Planned());

        Job done = recover();

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(statuses()).containsExactly(CallStatus.FAILED, CallStatus.DONE);
        assertThat(callNow().cost()).isEqualTo(Cost.free());
        assertThat(workshop.provider.edits).hasSize(1);
    }

    @Test
    void callThatWasSentIsUnknownAndNotSentAgain() {
        leave(new CallState.Sending());

        Job failed = recover();

        assertThat(failed.failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(statuses()).containsExactly(CallStatus.OUTCOME_UNKNOWN);
        assertThat(workshop.provider.edits).isEmpty();
    }

    @Test
    void acceptedCallIsTakenUpAgain() {
        leave(new CallState.Accepted(new RemoteHandle("request-7", Map.of())));
        workshop.provider.canResume((handle, context) -> new MadeImages(List.of(red()), ScriptedProvider.REPORT));

        Job done = recover();

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(statuses()).containsExactly(CallStatus.DONE);
        assertThat(workshop.provider.edits).isEmpty();
    }

    @Test
    void acceptedCallIsUnknownWhereTheProviderCannotResume() {
        leave(new CallState.Accepted(new RemoteHandle("request-7", Map.of())));

        Job failed = recover();

        assertThat(failed.failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(statuses()).containsExactly(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void storedResultFinishesTheJobWithoutACall() {
        Delivery delivery = new Delivery(List.of(workshop.vault.store(red())), ScriptedProvider.REPORT);
        leave(new CallState.ResultStored(delivery));

        Job done = recover();

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(statuses()).containsExactly(CallStatus.DONE);
        assertThat(workshop.provider.edits).isEmpty();
        assertThat(workshop.pixelsOf(workshop.resultOf(done))).isEqualTo(filled(RED));
    }

    @Test
    void earlierFailureThatWouldOnlyHappenAgainIsNotPaidForAgain() {
        leave(CallState.Failed.free(FailureCode.REFUSED, "policy"));

        Job failed = recover();

        assertThat(failed.failed().orElseThrow().code()).isEqualTo(FailureCode.REFUSED);
        assertThat(workshop.provider.edits).isEmpty();
    }

    @Test
    void jobThatLosesEveryWorkerFailsInTheEnd() {
        lost.records.write(records -> {
            Job now = records.job(job.id()).orElseThrow();
            Job third = now.requeue().start(now.createdAt()).requeue().start(now.createdAt());
            return records.replace(now, third);
        });

        Job failed = recover();

        assertThat(failed.failed().orElseThrow().message()).contains("begun 3 times");
    }

    @Test
    void jobThatFailsForAnotherReasonSaysThatItMayHaveBeenPaid() {
        leave(new CallState.Sending());
        lost.records.write(records -> {
            Ticket ticket = records.ticket(job.id()).orElseThrow();
            return records.replace(ticket, ticket.dueBy(lost.clock.instant().plusSeconds(1)));
        });

        Job failed = recover();

        assertThat(failed.failed().orElseThrow().message())
                .contains("longer than")
                .endsWith("and may be charged");
        assertThat(statuses()).containsExactly(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void jobOutOfTimeIsNotBegunAgain() {
        lost.records.write(records -> {
            Ticket ticket = records.ticket(job.id()).orElseThrow();
            return records.replace(ticket, ticket.dueBy(lost.clock.instant().plusSeconds(1)));
        });

        Job failed = recover();

        assertThat(failed.failed().orElseThrow().message()).contains("longer than");
        assertThat(workshop.provider.edits).isEmpty();
    }

    @Test
    void callOfACancelledJobWhoseWorkerWasLostBecomesUnknown() {
        leave(new CallState.Sending());
        cancelBehindTheScenes(job);
        workshop.clock.advance(Duration.ofMinutes(2));

        workshop.reconcile();

        assertThat(statuses()).containsExactly(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void damagedJobKeepsNobodyElseWaiting() {
        Job other = lost.submit(RefineImage.Command.of(lost.upload(RED), prompt()));
        loseTheWorkerOf(other);
        workshop.fragile.damage(job.id());
        workshop.clock.advance(Duration.ofSeconds(31));

        workshop.reconcile();

        assertThat(workshop.watch(other).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(jobNow().status()).isEqualTo(JobStatus.PROCESSING);
    }

    @Test
    void callOfADamagedJobKeepsNoOtherCallOpen() {
        Job other = lost.submit(RefineImage.Command.of(lost.upload(RED), prompt()));
        leave(CALL, job, new CallState.Sending());
        leave(new CallId(new UUID(8, 8)), other, new CallState.Sending());
        Stream.of(job, other).forEach(this::cancelBehindTheScenes);
        workshop.fragile.damage(job.id());
        workshop.clock.advance(Duration.ofMinutes(2));

        workshop.reconcile();

        assertThat(statuses(job)).containsExactly(CallStatus.SENDING);
        assertThat(statuses(other)).containsExactly(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void recordsThatOthersHoldAreNoReasonToTryTheNextJob() {
        workshop.fragile.refuse(1, (method, argument) -> method.equals("ticket"));
        workshop.clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(workshop::reconcile).isInstanceOf(StorageFailure.class);
    }

    /** Nobody has it, nobody will bring it, and nobody left it. */
    @Test
    void jobThatTheDispatcherForgotIsHandedOverOnceMore() {
        Job forgotten = forgotten();
        workshop.clock.advance(Duration.ofSeconds(301));

        workshop.reconcile();

        assertThat(workshop.watch(forgotten).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void jobThatMayStillBeOnItsWayIsNotHandedOverTwice() {
        Job waiting = forgotten();
        workshop.fragile.refuse(
                1,
                (method, written) ->
                        written instanceof Ticket ticket && ticket.job().equals(waiting.id()));
        workshop.clock.advance(Duration.ofSeconds(299));

        workshop.reconcile();

        assertThat(workshop.fragile.refusalsLeft()).as("not touched").isEqualTo(1);
    }

    private Job forgotten() {
        Job waiting = lost.submit(RefineImage.Command.of(lost.upload(RED), prompt()));
        lost.records.write(records -> {
            Ticket ticket = records.ticket(waiting.id()).orElseThrow();
            return records.replace(ticket, ticket.released(lost.clock.instant()));
        });
        return waiting;
    }

    private void cancelBehindTheScenes(Job open) {
        lost.records.write(records -> {
            Job now = records.job(open.id()).orElseThrow();
            return records.replace(now, now.cancel(open.createdAt()));
        });
    }

    private void leave(CallState state) {
        leave(CALL, job, state);
    }

    private void leave(CallId id, Job of, CallState state) {
        ProviderCall call = new ProviderCall(
                id,
                of.id(),
                of.owner(),
                0,
                1,
                1,
                ScriptedProvider.NAME,
                null,
                RequestHash.of(List.of("request")),
                Cost.estimated(1000),
                state,
                of.createdAt(),
                of.createdAt());
        lost.records.write(records -> {
            records.add(call);
            return call;
        });
    }

    private Job recover() {
        workshop.clock.advance(Duration.ofSeconds(31));
        workshop.reconcile();
        return workshop.watch(job);
    }

    private Job jobNow() {
        return workshop.records.read(records -> records.job(job.id())).orElseThrow();
    }

    private ProviderCall callNow() {
        return workshop.records.read(records -> records.call(CALL)).orElseThrow();
    }

    private List<CallStatus> statuses() {
        return statuses(job);
    }

    private List<CallStatus> statuses(Job of) {
        return workshop.records.read(records -> records.calls(of.id())).stream()
                .map(ProviderCall::status)
                .toList();
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }
}
