package dev.pentimento.application;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aCallId;
import static dev.pentimento.testkit.Fixtures.aPendingJob;
import static dev.pentimento.testkit.Fixtures.aReport;
import static dev.pentimento.testkit.Fixtures.aTicketFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.domain.ledger.RequestHash;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a failure looks like, the ledger forbids that a job is paid twice. */
class StandInsLedgerTest {
    private final Job job = aPendingJob();
    private final Ticket ticket = aTicketFor(job).withStandIns(List.of("second"));

    static Stream<CallState> statesOfWhichSomethingMayComeOrCost() {
        Delivery delivery = new Delivery(List.of(), aReport());
        return Stream.of(
                new CallState.Planned(),
                new CallState.Sending(),
                new CallState.Accepted(new RemoteHandle("request-7", Map.of())),
                new CallState.ResultStored(delivery),
                new CallState.Done(delivery),
                new CallState.OutcomeUnknown("dead line"),
                failed(FailureCode.UNINTELLIGIBLE, Billing.BILLED),
                failed(FailureCode.ACCESS_DENIED, Billing.UNKNOWN),
                failed(FailureCode.UNAVAILABLE, Billing.BILLED),
                failed(FailureCode.REFUSED, Billing.FREE),
                failed(FailureCode.INVALID_REQUEST, Billing.FREE));
    }

    @ParameterizedTest
    @MethodSource("statesOfWhichSomethingMayComeOrCost")
    void nobodyGoesOnBesideSuchACall(CallState state) {
        ProviderCall harmless = call(Cost.estimated(1000), failed(FailureCode.ACCESS_DENIED, Billing.FREE));

        assertThat(mayGoOn(harmless)).as("control").isTrue();
        assertThat(mayGoOn(harmless, call(Cost.estimated(1000), state))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "RATE_LIMITED", "UNAVAILABLE", "QUOTA_EXHAUSTED", "ACCESS_DENIED", "CANCELED"})
    void somebodyGoesOnWhereCallsCameToNothing(FailureCode code) {
        assertThat(mayGoOn(call(Cost.estimated(1000), failed(code, Billing.FREE))))
                .isTrue();
    }

    @Test
    void freeCallThatWasRefusedHereIsNoHindrance() {
        assertThat(mayGoOn(call(Cost.free(), failed(FailureCode.INVALID_REQUEST, Billing.FREE))))
                .isTrue();
    }

    @Test
    void whatTheUserKnewOfWhenHeAskedAgainIsNoHindrance() {
        assertThat(mayGoOnAgain(new CallState.OutcomeUnknown("dead line"))).isTrue();
    }

    @Test
    void acceptedCallOfAnEarlierRoundIsOne() {
        assertThat(mayGoOnAgain(new CallState.Accepted(new RemoteHandle("request-7", Map.of()))))
                .isFalse();
    }

    @Test
    void nobodyGoesOnWhoIsNotNamed() {
        assertThat(StandIns.mayGoOn(FailureCode.ACCESS_DENIED, aTicketFor(job), List.of()))
                .isFalse();
    }

    private boolean mayGoOn(ProviderCall... calls) {
        return StandIns.mayGoOn(FailureCode.ACCESS_DENIED, ticket, List.of(calls));
    }

    /** In the second round, after a call of the first that came to this. */
    private boolean mayGoOnAgain(CallState earlier) {
        Ticket second = new Ticket(
                job.id(),
                job.owner(),
                ticket.kind(),
                ticket.lane(),
                ticket.priority(),
                ticket.turn(),
                2,
                null,
                NOW,
                null,
                null,
                List.of("second"));
        return StandIns.mayGoOn(FailureCode.ACCESS_DENIED, second, List.of(call(Cost.estimated(1000), earlier)));
    }

    private static CallState failed(FailureCode code, Billing billing) {
        return new CallState.Failed(code, "it failed", billing, Cost.free());
    }

    private ProviderCall call(Cost estimate, CallState state) {
        return new ProviderCall(
                aCallId(),
                job.id(),
                job.owner(),
                0,
                1,
                1,
                "first",
                null,
                RequestHash.of(List.of("anything")),
                estimate,
                state,
                NOW,
                NOW);
    }
}
