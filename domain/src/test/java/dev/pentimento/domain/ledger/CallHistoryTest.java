package dev.pentimento.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.ProviderReport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    private static final Cost ESTIMATE = Cost.estimated(1000);

    private static final ProviderReport REPORT =
            new ProviderReport("paid", "model-1", "warmer", List.of(), Cost.free(), true);

    private final ProviderCall planned = call(0, new CallState.Planned());
    private final ProviderCall unheard = call(0, CallState.Failed.free(FailureCode.NOT_SENT, "Nobody answers"));
    private final ProviderCall sending = call(0, new CallState.Sending());
    private final ProviderCall unknown = call(1, new CallState.OutcomeUnknown("The line went dead"));
    private final ProviderCall refused = call(1, CallState.Failed.free(FailureCode.REFUSED, "Not with us"));

    @Test
    void whatWasNotSentCostsNothing() {
        CallHistory history = new CallHistory(List.of(unheard, planned));

        assertThat(history.cost()).isEqualTo(Cost.free());
        assertThat(history.estimate()).isEqualTo(Cost.free());
    }

    @Test
    void oneUnknownCostMakesAllOfItUnknown() {
        CallHistory history = new CallHistory(List.of(sending, unknown));

        assertThat(history.cost()).isEqualTo(Cost.unknown());
        assertThat(history.estimate()).isEqualTo(Cost.estimated(2000));
    }

    @Test
    void lastCallOfEachPartStands() {
        assertThat(new CallHistory(List.of(unheard, unknown, sending, refused)).lastOfEachPart())
                .containsExactly(sending, refused);
    }

    @Test
    void whatIsDoneIsNoneOfTheUndoneParts() {
        ProviderCall done = call(2, new CallState.Done(new Delivery(List.of(), REPORT)));

        assertThat(new CallHistory(List.of(unheard, unknown, sending, refused, done)).lastRoundOfUndoneParts())
                .containsExactly(unheard, sending, unknown, refused);
    }

    @Test
    void providersMayHaveHeardOfWhatLeft() {
        assertThat(List.of(planned, unheard)).noneMatch(ProviderCall::wasSent);
        assertThat(List.of(sending, unknown, refused)).allMatch(ProviderCall::wasSent);
    }

    private static ProviderCall call(int part, CallState state) {
        return new ProviderCall(
                new CallId(new UUID(1, 1)),
                new JobId(new UUID(2, 2)),
                UserId.LOCAL,
                part,
                1,
                1,
                "paid",
                null,
                RequestHash.of(List.of("request")),
                ESTIMATE,
                state,
                NOW,
                NOW);
    }
}
