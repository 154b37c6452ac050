package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.SumCosts;
import dev.pentimento.ports.in.SumCosts.Total;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.InMemoryRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumCostsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T23:59:59Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");
    private static final Cost ESTIMATE = Cost.estimated(1000);

    private final InMemoryRecords records = new InMemoryRecords();
    private final Concept fox = aConcept(Fixtures.aConcept());
    private final Concept owl = aConcept(Fixtures.aConcept());

    @Test
    void whereNothingWasSentNothingIsSummed() {
        call(fox, "paid", MONDAY, new CallState.Planned());
        call(fox, "paid", MONDAY, CallState.Failed.free(FailureCode.NOT_SENT, "Nobody answers"));
        call(fox, "paid", MONDAY, CallState.Failed.free(FailureCode.CANCELED, "Ended before anything was sent"));

        SumCosts.Summary summary = sum(UserId.LOCAL);

        assertThat(summary.total()).isEqualTo(new Total(0, 0, 0, 0, 0));
        assertThat(summary.byConcept()).isEmpty();
        assertThat(summary.byProvider()).isEmpty();
        assertThat(summary.byDay()).isEmpty();
    }

    @Test
    void whatIsReportedAndWhatIsEstimatedAreApart() {
        call(fox, "paid", MONDAY, done(Cost.reported(700)));
        call(fox, "paid", MONDAY, done(Cost.estimated(40)));
        call(fox, "paid", MONDAY, new CallState.Sending());

        assertThat(sum(UserId.LOCAL).total()).isEqualTo(new Total(3, 700, 1040, 0, 0));
    }

    @Test
    void whatNobodyKnowsIsCountedAndNeverAddedAsNothing() {
        call(fox, "paid", MONDAY, new CallState.OutcomeUnknown("The line went dead"));
        call(fox, "paid", MONDAY, Cost.unknown(), new CallState.OutcomeUnknown("The line went dead"));
        call(fox, "paid", MONDAY, done(Cost.unknown()));
        call(fox, "paid", MONDAY, failed(Billing.UNKNOWN, Cost.unknown()));

        assertThat(sum(UserId.LOCAL).total()).isEqualTo(new Total(4, 0, 0, 4, 3000));
    }

    @Test
    void failureThatWasBilledCostsAndOneThatWasRefusedDoesNot() {
        call(fox, "paid", MONDAY, failed(Billing.BILLED, Cost.reported(55)));
        call(fox, "paid", MONDAY, CallState.Failed.free(FailureCode.REFUSED, "Not with us"));

        assertThat(sum(UserId.LOCAL).total()).isEqualTo(new Total(2, 55, 0, 0, 0));
    }

    @Test
    void everyCallIsInOneConceptOneProviderAndOneDay() {
        call(owl, "paid", MONDAY, done(Cost.reported(1)));
        call(fox, "dear", MONDAY, done(Cost.reported(20)));
        call(owl, "dear", TUESDAY, done(Cost.reported(300)));

        SumCosts.Summary summary = sum(UserId.LOCAL);

        assertThat(summary.byConcept())
                .containsExactly(
                        new SumCosts.OfConcept(owl, new Total(2, 301, 0, 0, 0)),
                        new SumCosts.OfConcept(fox, new Total(1, 20, 0, 0, 0)));
        assertThat(summary.byProvider())
                .containsExactly(
                        new SumCosts.OfProvider("dear", new Total(2, 320, 0, 0, 0)),
                        new SumCosts.OfProvider("paid", new Total(1, 1, 0, 0, 0)));
        assertThat(summary.byDay())
                .containsExactly(
                        new SumCosts.OfDay(LocalDate.of(2026, 11, 17), new Total(1, 300, 0, 0, 0)),
                        new SumCosts.OfDay(LocalDate.of(2026, 11, 16), new Total(2, 21, 0, 0, 0)));
    }

    @Test
    void whatOthersSpendIsTheirs() {
        UserId ann = new UserId("ann");
        call(aConcept(Fixtures.aConceptOf(ann)), "paid", MONDAY, done(Cost.reported(700)));

        assertThat(sum(UserId.LOCAL).total().calls()).isZero();
        assertThat(sum(ann).total().reported()).isEqualTo(700);
    }

    private SumCosts.Summary sum(UserId owner) {
        return new SumCostsHandler(records).handle(new SumCosts.Query(owner));
    }

    private Concept aConcept(Concept concept) {
        return records.write(writer -> {
            writer.add(concept);
            return concept;
        });
    }

    private void call(Concept concept, String provider, Instant day, CallState state) {
        call(concept, provider, day, ESTIMATE, state);
    }

    private void call(Concept concept, String provider, Instant day, Cost estimate, CallState state) {
        Job job = Fixtures.aPendingJobFor(concept);
        ProviderCall planned = Fixtures.aPlannedCallOf(job, estimate);
        records.write(writer -> {
            writer.add(job);
            writer.add(new ProviderCall(
                    planned.id(),
                    job.id(),
                    job.owner(),
                    0,
                    1,
                    1,
                    provider,
                    null,
                    planned.request(),
                    estimate,
                    state,
                    day,
                    day));
            return job;
        });
    }

    private static CallState done(Cost cost) {
        ProviderReport report = new ProviderReport("paid", "model-1", "a fox", List.of(), cost, true);
        return new CallState.Done(new Delivery(List.of(), report));
    }

    private static CallState failed(Billing billing, Cost cost) {
        return new CallState.Failed(FailureCode.CANCELED, "Called off", billing, cost);
    }
}
