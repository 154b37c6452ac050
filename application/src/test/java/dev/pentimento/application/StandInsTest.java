package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.out.MadeImages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who goes on when a provider cannot, and that nothing is paid twice by that. */
@Timeout(60)
class StandInsTest {
    private final Troupe troupe = new Troupe("first", "second", "third");
    private TestWorkshop workshop = new TestWorkshop(StandInsTest::withStandIns, troupe);

    @AfterEach
    void close() {
        workshop.close();
    }

    static Stream<Supplier<ProviderFailure>> failuresThatCertainlyCostNothing() {
        return Stream.of(
                () -> new ProviderFailure.NotSent("refused", null),
                () -> new ProviderFailure.Unavailable("busy", null),
                () -> new ProviderFailure.QuotaExhausted("empty"),
                () -> new ProviderFailure.AccessDenied("key?"),
                () -> new ProviderFailure.RateLimited("slow down", Duration.ofHours(1)));
    }

    static Stream<Supplier<ProviderFailure>> failuresThatMayHaveCostOrWillNotChange() {
        return Stream.of(
                () -> new ProviderFailure.InvalidRequest("bad"),
                () -> new ProviderFailure.ModelRetired("gone"),
                () -> new ProviderFailure.Refused("policy"),
                () -> new ProviderFailure.OutcomeUnknown("dead line", null),
                () -> new ProviderFailure.Unintelligible("html", null),
                () -> new ProviderFailure.Canceled("aborted"));
    }

    @ParameterizedTest
    @MethodSource("failuresThatCertainlyCostNothing")
    void nextProviderGoesOn(Supplier<ProviderFailure> failure) {
        hurry();
        fails("first", failure);

        Job job = workshop.refine(command(1));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.provider()).isEqualTo(new ProviderChoice("second", null));
        assertThat(job.completed().orElseThrow().report().provider()).isEqualTo("second");
        assertThat(job.completed().orElseThrow().report().cost()).isEqualTo(Cost.reported(1234));
        assertThat(calls(job))
                .extracting(ProviderCall::provider)
                .contains("first")
                .endsWith("second");
        assertThat(calls(job)).filteredOn(call -> call.booked() > 0).hasSize(1);
        assertThat(asked("third")).isZero();
    }

    @ParameterizedTest
    @MethodSource("failuresThatMayHaveCostOrWillNotChange")
    void nobodyGoesOnAfterAnythingElse(Supplier<ProviderFailure> failure) {
        hurry();
        fails("first", failure);

        Job job = workshop.refine(command(1));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.provider().name()).isEqualTo("first");
        assertThat(asked("second")).isZero();
    }

    @Test
    void eventTellsWhyAndWho() {
        fails("first", () -> new ProviderFailure.AccessDenied("The key is wrong"));

        Job job = workshop.refine(command(1));

        assertThat(events(job))
                .filteredOn(event -> event.kind() == JobEvent.Kind.HANDED_ON)
                .extracting(JobEvent::message)
                .containsExactly("first: The key is wrong; second goes on with it");
        assertThat(events(job))
                .extracting(JobEvent::kind)
                .containsSubsequence(JobEvent.Kind.HANDED_ON, JobEvent.Kind.BEGUN, JobEvent.Kind.ENDED);
    }

    @Test
    void oneAfterTheOtherIsAskedAndTheLastOneSaysWhyItFailed() {
        fails("first", () -> new ProviderFailure.AccessDenied("one"));
        fails("second", () -> new ProviderFailure.QuotaExhausted("two"));
        fails("third", () -> new ProviderFailure.AccessDenied("three"));

        Job job = workshop.refine(command(1));

        assertThat(job.failed().orElseThrow().message()).isEqualTo("three");
        assertThat(calls(job)).extracting(ProviderCall::provider).containsExactly("first", "second", "third");
    }

    @Test
    void nobodyGoesOnUnlessThatIsConfigured() {
        reopen(new TestWorkshop(policies -> policies, troupe));
        fails("first", () -> new ProviderFailure.AccessDenied("key?"));

        Job job = workshop.refine(command(1));

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.ACCESS_DENIED);
        assertThat(asked("second")).isZero();
    }

    @Test
    void providerThatTheUserNamedIsNotReplaced() {
        fails("first", () -> new ProviderFailure.AccessDenied("key?"));

        Job job = workshop.refine(command(1, new ProviderChoice("first", null)));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(asked("second")).isZero();
    }

    @Test
    void whoCannotDoItIsNoStandIn() {
        troupe.member("second").cannot(new ProviderFailure.InvalidRequest("not for me"));
        fails("first", () -> new ProviderFailure.AccessDenied("key?"));

        Job job = workshop.refine(command(1));

        assertThat(job.provider().name()).isEqualTo("third");
    }

    @Test
    void jobOfWhichAPartWasPaidStaysWhereItIs() {
        everybodyMakesOneAtATime();
        troupe.member("first").edits((request, context) -> {
            if (Long.valueOf(6).equals(request.knobs().seed())) {
                throw new ProviderFailure.AccessDenied("key?");
            }
            return List.of(red());
        });

        Job job = workshop.refine(command(2));

        assertThat(job.completed().orElseThrow().versions()).hasSize(1);
        assertThat(job.provider().name()).isEqualTo("first");
        assertThat(asked("second")).isZero();
    }

    @Test
    void jobOfWhichAPartMayHaveBeenPaidStaysWhereItIs() {
        everybodyMakesOneAtATime();
        troupe.member("first").edits((request, context) -> {
            if (Long.valueOf(6).equals(request.knobs().seed())) {
                throw new ProviderFailure.OutcomeUnknown("dead line", null);
            }
            throw new ProviderFailure.AccessDenied("key?");
        });

        Job job = workshop.refine(command(2));

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(asked("second")).isZero();
    }

    @Test
    void refusalOfTheProvidersPolicyIsNotTakenToAnother() {
        everybodyMakesOneAtATime();
        troupe.member("first").edits((request, context) -> {
            if (Long.valueOf(6).equals(request.knobs().seed())) {
                throw new ProviderFailure.Refused("policy");
            }
            throw new ProviderFailure.AccessDenied("key?");
        });

        Job job = workshop.refine(command(2));

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(asked("second")).isZero();
    }

    @Test
    void acceptedCallIsWaitedForAlthoughItsProviderIsAway() {
        AtomicInteger looks = new AtomicInteger();
        troupe.member("first").canResume((handle, context) -> {
            if (looks.incrementAndGet() < 6) {
                throw new ProviderFailure.Unavailable("away", null);
            }
            return new MadeImages(List.of(red()), ScriptedProvider.REPORT);
        });
        troupe.member("first").edits((request, context) -> {
            context.accepted(new RemoteHandle("request-7", Map.of()));
            throw new ProviderFailure.Unavailable("away", null);
        });
        workshop.clock.ticks(Duration.ofSeconds(2));

        Job job = workshop.refine(command(1));

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(calls(job)).extracting(ProviderCall::provider).containsExactly("first");
        assertThat(events(job)).extracting(JobEvent::kind).contains(JobEvent.Kind.POSTPONED);
        assertThat(asked("second")).isZero();
    }

    @Test
    void workerThatIsLostBeforeHandingOnLosesNothing() {
        TestWorkshop lost = new TestWorkshop(policies -> withStandIns(policies).withoutWorkers(), troupe);
        reopen(lost.neighbour(troupe));
        Job job = lost.submit(command(1));
        leave(lost, job, CallState.Failed.free(FailureCode.ACCESS_DENIED, "key?"));

        Job done = recovered(lost, job);

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(done.provider().name()).isEqualTo("second");
        assertThat(asked("first")).isZero();
    }

    @Test
    void workerThatIsLostWhileItSendsLeavesNothingToOthers() {
        TestWorkshop lost = new TestWorkshop(policies -> withStandIns(policies).withoutWorkers(), troupe);
        reopen(lost.neighbour(troupe));
        Job job = lost.submit(command(1));
        leave(lost, job, new CallState.Sending());

        Job failed = recovered(lost, job);

        assertThat(failed.failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(asked("first")).isZero();
        assertThat(asked("second")).isZero();
    }

    @Test
    void whoIsKnownToBeAwayIsNotWaitedFor() {
        hurry();
        fails("first", () -> new ProviderFailure.Unavailable("busy", null));
        workshop.refine(command(1));
        workshop.refine(command(1));
        int before = asked("first");

        Job job = workshop.refine(command(1));

        assertThat(job.provider().name()).isEqualTo("second");
        assertThat(calls(job)).extracting(ProviderCall::provider).containsExactly("second");
        assertThat(asked("first")).isEqualTo(before);
    }

    @Test
    void freeProviderThatUnderstandsNothingIsFollowedByTheNext() {
        troupe.member("first").costs(Cost.free());
        fails("first", () -> new ProviderFailure.InvalidRequest("no word of it"));

        Job job = workshop.refine(command(1));

        assertThat(job.provider().name()).isEqualTo("second");
    }

    @Test
    void usedUpBudgetOfOursIsNoReasonToAskAnother() {
        Budget little = new Budget(OptionalLong.of(1), OptionalLong.empty(), OptionalLong.empty(), false);
        reopen(new TestWorkshop(policies -> withStandIns(withBudget(policies, little)), troupe));

        Job job = workshop.refine(command(1));

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.QUOTA_EXHAUSTED);
        assertThat(job.provider().name()).isEqualTo("first");
    }

    @Test
    void retriedJobStaysWithWhoHadItLast() {
        fails("first", () -> new ProviderFailure.AccessDenied("one"));
        fails("second", () -> new ProviderFailure.Refused("two"));
        Job failed = workshop.refine(command(1));
        paints("second");

        workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, failed.id(), false));
        Job done = workshop.watch(failed);

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(done.provider().name()).isEqualTo("second");
    }

    static Policies withStandIns(Policies policies) {
        return new Policies(
                policies.budget(),
                policies.limits(),
                policies.lease(),
                policies.poll(),
                policies.maxAttempts(),
                policies.refinementTimeout(),
                policies.runTimeout(),
                policies.workers(),
                true,
                policies.refinementStages());
    }

    private static Policies withBudget(Policies policies, Budget budget) {
        return new Policies(
                budget,
                policies.limits(),
                policies.lease(),
                policies.poll(),
                policies.maxAttempts(),
                policies.refinementTimeout(),
                policies.runTimeout(),
                policies.workers(),
                policies.standInsWhenFree(),
                policies.refinementStages());
    }

    private void reopen(TestWorkshop other) {
        workshop.close();
        workshop = other;
    }

    /** So that waiting ends soon. */
    private void hurry() {
        workshop.clock.ticks(Duration.ofMillis(300));
    }

    private RefineImage.Command command(int candidates) {
        return command(candidates, ProviderChoice.ANY);
    }

    private RefineImage.Command command(int candidates, ProviderChoice provider) {
        RefineImage.Command one = RefineImage.Command.of(workshop.upload(GREY), prompt());
        Knobs knobs = new Knobs(Knobs.DEFAULT.strength(), Knobs.DEFAULT.creativity(), Set.of(), candidates, 5L);
        return TestWorkshop.with(knobs, provider, one);
    }

    private void everybodyMakesOneAtATime() {
        troupe.names().forEach(name -> troupe.member(name).makesAtMost(1));
    }

    private void fails(String name, Supplier<ProviderFailure> failure) {
        troupe.member(name).edits((request, context) -> {
            throw failure.get();
        });
    }

    private void paints(String name) {
        troupe.member(name).edits((request, context) -> List.of(red()));
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }

    private int asked(String name) {
        return troupe.member(name).edits.size();
    }

    private List<ProviderCall> calls(Job job) {
        return workshop.records.read(records -> records.calls(job.id()));
    }

    private List<JobEvent> events(Job job) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                .map(RecordedEvent::event)
                .toList();
    }

    /** As if a worker had begun the job and been lost after its call came to this state. */
    private static void leave(TestWorkshop lost, Job job, CallState state) {
        lost.records.write(records -> {
            Ticket ticket = records.ticket(job.id()).orElseThrow();
            Lease lease = new Lease("lost", lost.clock.instant().plusSeconds(30));
            records.add(new ProviderCall(
                    new CallId(new UUID(7, 7)),
                    job.id(),
                    job.owner(),
                    0,
                    1,
                    1,
                    "first",
                    null,
                    RequestHash.of(List.of("anything")),
                    Cost.estimated(1000),
                    state,
                    lost.clock.instant(),
                    lost.clock.instant()));
            return records.replace(job, job.start(lost.clock.instant()))
                    && records.replace(ticket, ticket.heldBy(lease));
        });
    }

    private Job recovered(TestWorkshop lost, Job job) {
        lost.clock.advance(Duration.ofMinutes(1));
        workshop.reconcile();
        return workshop.watch(job);
    }
}
