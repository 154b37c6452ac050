package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import dev.pentimento.testkit.paid.PaidServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of failures once more, from the wire to the end of the job: what a vendor does, how often it is asked, and what the books say. */
@Timeout(120)
class FailuresOnTheWireTest {
    private static final Duration AMPLE = Duration.ofMinutes(10);
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final PaidServer server = PaidServer.open();
    private TestWorkshop workshop = workshop(server.url().toString(), AMPLE);

    /** Its clock begins now, as the provider looks at the real one, and runs by itself. */
    private static TestWorkshop workshop(String url, Duration timeout) {
        TestWorkshop workshop = new TestWorkshop(PaidProviders.at(url, timeout));
        workshop.clock.advance(Duration.between(workshop.clock.instant(), Instant.now()));
        workshop.clock.ticks(Duration.ofMillis(300));
        return workshop;
    }

    @AfterEach
    void close() {
        workshop.close();
        server.close();
    }

    static Stream<Arguments> failuresThatAreFree() {
        return Stream.of(
                arguments(Answer.status(402), FailureCode.QUOTA_EXHAUSTED, 1),
                arguments(Answer.status(429, "insufficient_quota"), FailureCode.QUOTA_EXHAUSTED, 1),
                arguments(Answer.status(401), FailureCode.ACCESS_DENIED, 1),
                arguments(Answer.status(403), FailureCode.ACCESS_DENIED, 1),
                arguments(Answer.status(400, "too_purple"), FailureCode.INVALID_REQUEST, 1),
                arguments(Answer.status(404, "nothing_here"), FailureCode.INVALID_REQUEST, 1),
                arguments(Answer.status(413, "too_large"), FailureCode.INVALID_REQUEST, 1),
                arguments(Answer.status(422, "too_odd"), FailureCode.INVALID_REQUEST, 1),
                arguments(Answer.modelRetired("paint-2"), FailureCode.MODEL_RETIRED, 1),
                arguments(Answer.moderated(), FailureCode.REFUSED, 1),
                arguments(Answer.overloaded(), FailureCode.UNAVAILABLE, 4));
    }

    @ParameterizedTest
    @MethodSource("failuresThatAreFree")
    void freeFailureIsAskedForAgainOnlyWhereThatHelps(Answer answer, FailureCode code, int requests) {
        server.otherwise(answer);

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(code);
        assertThat(server.billing().requests()).hasSize(requests);
        assertThat(server.billing().billed()).isZero();
        assertThat(calls(job))
                .hasSize(requests)
                .allSatisfy(call -> assertThat(billing(call)).isEqualTo(Billing.FREE));
        assertThat(booked(job)).isZero();
    }

    static Stream<Answer> unknownOutcomes() {
        return Stream.of(
                Answer.status(500, "internal_error").billed(),
                Answer.status(502).billed(),
                Answer.status(503).billed(),
                Answer.status(504).billed(),
                Answer.status(522).billed(),
                Answer.dropAfterReading(),
                Answer.resetAfterReading(),
                Answer.resetMidBody(),
                Answer.truncated(),
                Answer.hang(),
                Answer.hangMidBody());
    }

    @ParameterizedTest
    @MethodSource("unknownOutcomes")
    void unknownOutcomeIsNeverAskedForAgain(Answer answer) {
        reopen(server.url().toString(), A_MOMENT);
        workshop.clock.ticks(Duration.ZERO);
        server.otherwise(answer);

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(server.billing().requests()).hasSize(1);
        assertThat(server.billing().billed()).isEqualTo(1);
        assertThat(calls(job)).extracting(ProviderCall::status).containsExactly(CallStatus.OUTCOME_UNKNOWN);
        assertThat(events(job)).contains(JobEvent.Kind.OUTCOME_UNKNOWN);
        assertThat(booked(job)).isEqualTo(PaidServer.PRICE_MICRO_USD);
    }

    @Test
    void whatNeverLeftIsTriedFiveTimesMore() {
        String nobody = server.url().toString();
        server.close();
        reopen(nobody, AMPLE);

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.NOT_SENT);
        assertThat(calls(job))
                .hasSize(6)
                .allSatisfy(call -> assertThat(billing(call)).isEqualTo(Billing.FREE));
        assertThat(booked(job)).isZero();
    }

    @Test
    void whatIsBusyIsAskedAgainUntilItHasTime() {
        server.next(Answer.overloaded(), Answer.overloaded());

        Job job = refine();

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(server.billing().requests()).hasSize(3);
        assertThat(booked(job)).isEqualTo(PaidServer.PRICE_MICRO_USD);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 120})
    void rateLimitIsWaitedOutAsTold(int seconds) {
        server.next(Answer.status(429, Duration.ofSeconds(seconds)));
        Instant begun = workshop.clock.instant();

        Job job = refine();

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.endedAt()).isAfter(begun.plusSeconds(seconds));
        assertThat(server.billing().requests()).hasSize(2);
    }

    @Test
    void rateLimitThatIsToldForLongFreesTheWorker() {
        workshop.clock.ticks(Duration.ZERO);
        server.next(Answer.status(429, Duration.ofMinutes(10)));
        Job job = workshop.submit(command());
        Patience.await(() -> events(job).contains(JobEvent.Kind.POSTPONED));
        assertThat(server.billing().requests()).hasSize(1);

        workshop.clock.advance(Duration.ofMinutes(11));

        Job done = workshop.watch(job);
        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(done.attempt()).isEqualTo(2);
    }

    @Test
    void emptyAccountIsLeftAloneForHalfAMinute() {
        workshop.clock.ticks(Duration.ZERO);
        server.next(Answer.status(402));
        refine();

        Job soon = refine();
        workshop.clock.advance(Duration.ofSeconds(31));
        Job later = refine();

        assertThat(soon.failed().orElseThrow().code()).isEqualTo(FailureCode.QUOTA_EXHAUSTED);
        assertThat(soon.failed().orElseThrow().message()).contains("found empty");
        assertThat(calls(soon)).isEmpty();
        assertThat(later.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(server.billing().requests()).hasSize(2);
    }

    @Test
    void vendorThatIsBusyAllTheTimeIsLeftAloneForHalfAMinute() {
        server.next(Stream.generate(Answer::overloaded).limit(5).toArray(Answer[]::new));
        refine();

        Job second = refine();

        assertThat(second.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(messages(second)).anyMatch(message -> message.contains("left alone for a while"));
    }

    @Test
    void wrongKeyIsNamedByItsSetting() {
        server.otherwise(Answer.status(401));

        assertThat(refine().failed().orElseThrow().message()).contains("providers.paid.key");
    }

    @Test
    void whatIsNoImageIsPaidAndKept() {
        server.otherwise(Answer.garbage());

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
        assertThat(server.billing().requests()).hasSize(1);
        ProviderCall call = calls(job).get(0);
        assertThat(billing(call)).isEqualTo(Billing.BILLED);
        assertThat(booked(job)).isEqualTo(PaidServer.PRICE_MICRO_USD);
        byte[] kept =
                workshop.records.read(records -> records.answer(call.id())).orElseThrow();
        assertThat(new String(kept, StandardCharsets.US_ASCII)).contains("Please log in");
    }

    @Test
    void whatTheUserCallsOffMayHaveBeenPaid() {
        server.otherwise(Answer.hang());
        Job job = workshop.submit(command());
        server.billing().awaitBilled(1);

        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        Patience.await(() -> calls(job).get(0).status() == CallStatus.FAILED);
        assertThat(billing(calls(job).get(0))).isEqualTo(Billing.UNKNOWN);
        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(server.billing().requests()).hasSize(1);
        assertThat(booked(job)).isEqualTo(PaidServer.PRICE_MICRO_USD);
    }

    private void reopen(String url, Duration timeout) {
        workshop.close();
        workshop = workshop(url, timeout);
    }

    private RefineImage.Command command() {
        return RefineImage.Command.of(workshop.upload(GREY), prompt());
    }

    private Job refine() {
        return workshop.refine(command());
    }

    private List<ProviderCall> calls(Job job) {
        return workshop.records.read(records -> records.calls(job.id()));
    }

    private static Billing billing(ProviderCall call) {
        return ((CallState.Failed) call.state()).billing();
    }

    private long booked(Job job) {
        return workshop.records
                .read(records -> records.booked(job.id(), job.owner(), workshop.clock.instant()))
                .ofJob();
    }

    private List<JobEvent> told(Job job) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                .map(RecordedEvent::event)
                .toList();
    }

    private List<JobEvent.Kind> events(Job job) {
        return told(job).stream().map(JobEvent::kind).toList();
    }

    private List<String> messages(Job job) {
        return told(job).stream().map(JobEvent::message).toList();
    }
}
