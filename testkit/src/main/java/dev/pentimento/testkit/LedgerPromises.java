package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aCallId;
import static dev.pentimento.testkit.Fixtures.aPendingJob;
import static dev.pentimento.testkit.Fixtures.aPlannedCallOf;
import static dev.pentimento.testkit.Fixtures.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Budget.Booked;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No call to a provider is forgotten, and no money of a budget is spent twice. */
interface LedgerPromises extends RecordsPromises {
    Cost DOLLAR = Cost.estimated(1_000_000);

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#callStates")
    default void callInEveryStateComesBackAsItWas(CallState state) {
        ProviderCall planned = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));
        ProviderCall moved = in(state, planned);

        assertThat(replaced(planned, moved)).isTrue();

        assertThat(call(planned.id())).contains(moved);
    }

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#costs")
    default void callOfEveryPriceComesBackAsItWas(Cost estimate) {
        ProviderCall plain = aPlannedCallOf(recordedJobOf(ANNA), estimate);
        ProviderCall call = new ProviderCall(
                plain.id(),
                plain.job(),
                BEN,
                3,
                2,
                7,
                "fal \u00e4",
                "flux/\"dev\"",
                plain.request(),
                estimate,
                plain.state(),
                NOW,
                NOW.plusNanos(1));

        recorded(call);

        assertThat(call(call.id())).contains(call);
    }

    @Test
    default void callNeedsItsJobAndAnIdOfItsOwn() {
        Job unknown = aPendingJob();
        ProviderCall call = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));

        refuses(writer -> writer.add(aPlannedCallOf(unknown, DOLLAR)), unknown.id());
        refuses(writer -> writer.add(call), call.id());
        assertThat(openCalls()).containsExactly(call);
    }

    @Test
    default void callIsReplacedOnlyFromTheStatusItHas() {
        ProviderCall planned = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));
        ProviderCall sending = planned.become(new CallState.Sending(), NOW);
        ProviderCall accepted = sending.become(new CallState.Accepted(new RemoteHandle("7", Map.of())), NOW);

        assertThat(replaced(planned, sending)).isTrue();
        assertThat(replaced(planned, failed(planned))).as("from what it was").isFalse();
        assertThat(replaced(accepted, failed(accepted)))
                .as("from what it never was")
                .isFalse();
        assertThat(call(planned.id())).contains(sending);
        assertThat(replaced(sending, accepted)).isTrue();
        assertThat(call(planned.id())).contains(accepted);
    }

    @Test
    default void oneOfManyMaySendACall() {
        ProviderCall planned = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));

        List<Boolean> sent = Crowd.of(8, () -> replaced(planned, planned.become(new CallState.Sending(), NOW)));

        assertThat(sent).containsOnlyOnce(true);
    }

    @Test
    default void callThatIsNotThereOrAnotherOneIsNotReplaced() {
        Job job = recordedJobOf(ANNA);
        ProviderCall known = recorded(aPlannedCallOf(job, DOLLAR));
        ProviderCall unknown = aPlannedCallOf(job, DOLLAR);

        assertThat(replaced(unknown, failed(unknown))).isFalse();
        assertThat(call(unknown.id())).isEmpty();
        refuses(writer -> writer.replace(known, failed(unknown)), unknown.id());
    }

    @Test
    default void callsComeInTheOrderOfAdding() {
        Job job = recordedJobOf(ANNA);
        ProviderCall first = recorded(aPlannedCallOf(job, DOLLAR));
        ProviderCall second = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));
        ProviderCall bens = recorded(aPlannedCallOf(recordedJobOf(BEN), DOLLAR));
        ProviderCall third = recorded(aPlannedCallOf(job, DOLLAR));
        ProviderCall ended = failed(first);
        replaced(first, ended);

        read(reader -> {
            assertThat(reader.calls(job.id())).containsExactly(ended, third);
            assertThat(reader.calls(ANNA)).containsExactly(ended, second, third);
            assertThat(reader.openCalls()).containsExactly(second, bens, third);
            assertThat(reader.calls(aPendingJob().id())).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#callStates")
    default void callIsOpenAsLongAsItsStatusSaysSo(CallState state) {
        ProviderCall planned = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));
        replaced(planned, in(state, planned));

        boolean open = openCalls().contains(in(state, planned));

        assertThat(open).isEqualTo(state.status().isOpen());
    }

    @Test
    default void moneyIsBookedUntilItIsKnownBetter() {
        Job job = recordedJobOf(ANNA);
        ProviderCall planned = recorded(aPlannedCallOf(job, DOLLAR));
        assertThat(booked(job, planned)).isEqualTo(new Booked(1_000_000, 1_000_000, 1_000_000));

        ProviderCall sending = planned.become(new CallState.Sending(), NOW);
        replaced(planned, sending);
        assertThat(booked(job, planned).ofJob()).isEqualTo(1_000_000);

        replaced(sending, sending.become(new CallState.Done(costing(Cost.reported(700_000))), NOW));
        assertThat(booked(job, planned)).isEqualTo(new Booked(700_000, 700_000, 700_000));
    }

    @Test
    default void failureTakesWhatItMayHaveCost() {
        assertThat(bookedAfter(CallState.Failed.free(FailureCode.NOT_SENT, "No.")))
                .as("surely nothing")
                .isZero();
        assertThat(bookedAfter(new CallState.Failed(
                        FailureCode.UNINTELLIGIBLE, "What?", Billing.BILLED, Cost.reported(30_000))))
                .as("what was reported")
                .isEqualTo(30_000);
        assertThat(bookedAfter(new CallState.Failed(FailureCode.CANCELED, "Stop.", Billing.UNKNOWN, Cost.unknown())))
                .as("nobody knows")
                .isEqualTo(1_000_000);
        assertThat(bookedAfter(new CallState.OutcomeUnknown("Gone.")))
                .as("an unknown outcome")
                .isEqualTo(1_000_000);
    }

    @Test
    default void unknownPriceIsNotBooked() {
        Job job = recordedJobOf(ANNA);
        ProviderCall call = recorded(aPlannedCallOf(job, Cost.unknown()));

        assertThat(booked(job, call)).isEqualTo(new Booked(0, 0, 0));
    }

    @Test
    default void nothingIsBookedInEmptyRecords() {
        assertThat(records().<Booked>read(reader -> reader.booked(aPendingJob().id(), ANNA, NOW)))
                .isEqualTo(new Booked(0, 0, 0));
    }

    @Test
    default void budgetsAreOfAJobOfAnOwnersMonthAndOfEverybodysDay() {
        Job job = recordedJobOf(ANNA);
        Job other = recordedJobOf(ANNA);
        Job bens = recordedJobOf(BEN);
        planned(job, 1, "2026-11-20T12:00:00Z");
        planned(job, 20, "2026-10-31T12:00:00Z");
        planned(other, 300, "2026-11-20T13:00:00Z");
        planned(other, 4_000, "2026-11-19T12:00:00Z");
        planned(bens, 50_000, "2026-11-20T00:00:00Z");

        Booked booked = records().read(reader -> reader.booked(job.id(), ANNA, Instant.parse("2026-11-20T23:00:00Z")));

        assertThat(booked).isEqualTo(new Booked(21, 4_301, 50_301));
    }

    @Test
    default void daysAndMonthsBeginAtMidnightInGreenwich() {
        Job job = recordedJobOf(ANNA);
        planned(job, 1, "2026-11-30T23:59:59.999999999Z");
        planned(job, 20, "2026-12-01T00:00:00Z");
        planned(job, 300, "2026-12-01T23:59:59.5Z");
        planned(job, 4_000, "2026-12-02T00:00:00.000000001Z");

        assertThat(bookedAt(job, "2026-11-30T00:00:00Z")).isEqualTo(new Booked(4_321, 1, 1));
        assertThat(bookedAt(job, "2026-12-01T00:00:00Z")).isEqualTo(new Booked(4_321, 4_320, 320));
        assertThat(bookedAt(job, "2026-12-02T23:59:59.999Z")).isEqualTo(new Booked(4_321, 4_320, 4_000));
        assertThat(bookedAt(job, "2027-12-01T00:00:00Z")).isEqualTo(new Booked(4_321, 0, 0));
    }

    @Test
    default void manyWhoPlanAtOnceKeepWithinTheBudget() {
        Job job = recordedJobOf(ANNA);

        List<Boolean> planned =
                Crowd.of(20, () -> records().<Boolean>write(writer -> planWithin(5_000_000, job, writer)));

        assertThat(planned).filteredOn(made -> made).hasSize(5);
        assertThat(booked(job, aPlannedCallOf(job, DOLLAR)).ofJob()).isEqualTo(5_000_000);
    }

    @Test
    default void callOfAFailedTransactionIsGone() {
        Job job = recordedJobOf(ANNA);
        ProviderCall call = aPlannedCallOf(job, DOLLAR);

        writeInVain(writer -> writer.add(call));

        assertThat(call(call.id())).isEmpty();
        assertThat(booked(job, call)).isEqualTo(new Booked(0, 0, 0));
    }

    @Test
    default void answerComesBackAsItWas() {
        ProviderCall call = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));
        byte[] answer = {0, -1, 127, -128, '<', 0};
        assertThat(answer(call.id())).isEmpty();

        write(writer -> writer.keepAnswer(call.id(), answer));
        answer[0] = 9;

        assertThat(answer(call.id()))
                .hasValueSatisfying(kept -> assertThat(kept).containsExactly(0, -1, 127, -128, '<', 0));
        write(writer -> writer.keepAnswer(call.id(), new byte[0]));
        assertThat(answer(call.id()))
                .hasValueSatisfying(kept -> assertThat(kept).isEmpty());
    }

    @Test
    default void ofALongAnswerTheBeginningIsKept() {
        ProviderCall call = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));
        byte[] answer = new byte[RecordWriter.MAX_ANSWER + 1];
        Arrays.fill(answer, (byte) 7);

        write(writer -> writer.keepAnswer(call.id(), answer));

        assertThat(answer(call.id()))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(Arrays.copyOf(answer, RecordWriter.MAX_ANSWER)));
    }

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#replies")
    default void everyReplyComesBackAsItWas(Reply reply) {
        ProviderCall call = recorded(aPlannedCallOf(recordedJobOf(ANNA), DOLLAR));
        write(writer -> writer.keep(call.id(), new Reply.Written("before")));

        write(writer -> writer.keep(call.id(), reply));

        read(reader -> assertThat(reader.reply(call.id())).contains(reply));
    }

    @Test
    default void answerNeedsItsCall() {
        CallId unknown = aCallId();

        refuses(writer -> writer.keepAnswer(unknown, new byte[1]), unknown);
        refuses(writer -> writer.keep(unknown, new Reply.Written("a fox")), unknown);
    }

    private long bookedAfter(CallState end) {
        Job job = recordedJobOf(ANNA);
        ProviderCall planned = recorded(aPlannedCallOf(job, DOLLAR));
        replaced(planned, in(end, planned));
        return booked(job, planned).ofJob();
    }

    private void planned(Job job, long microUsd, String moment) {
        ProviderCall call = aPlannedCallOf(job, Cost.estimated(microUsd));
        recorded(new ProviderCall(
                call.id(),
                call.job(),
                call.owner(),
                0,
                1,
                1,
                call.provider(),
                null,
                call.request(),
                call.estimate(),
                call.state(),
                Instant.parse(moment),
                NOW));
    }

    private static boolean planWithin(long limit, Job job, RecordWriter writer) {
        ProviderCall call = aPlannedCallOf(job, DOLLAR);
        boolean affordable = writer.booked(job.id(), ANNA, call.plannedAt()).ofJob() + call.booked() <= limit;
        if (affordable) {
            writer.add(call);
        }
        return affordable;
    }

    private static Delivery costing(Cost cost) {
        ProviderReport report = aReport();
        return new Delivery(
                List.of(), new ProviderReport(report.provider(), report.model(), "", List.of(), cost, false));
    }

    private static ProviderCall failed(ProviderCall call) {
        return call.become(CallState.Failed.free(FailureCode.NOT_SENT, "No."), NOW);
    }

    /** As if it had come there by many steps. */
    private static ProviderCall in(CallState state, ProviderCall call) {
        return Fixtures.inState(call, state, NOW.plusNanos(1));
    }

    private Booked booked(Job job, ProviderCall call) {
        UserId owner = job.owner();
        return records().read(reader -> reader.booked(job.id(), owner, call.plannedAt()));
    }

    private Booked bookedAt(Job job, String moment) {
        return records().read(reader -> reader.booked(job.id(), ANNA, Instant.parse(moment)));
    }

    private boolean replaced(ProviderCall current, ProviderCall next) {
        return records().write(writer -> writer.replace(current, next));
    }

    private List<ProviderCall> openCalls() {
        return records().read(reader -> reader.openCalls());
    }

    private Optional<ProviderCall> call(CallId id) {
        return records().read(reader -> reader.call(id));
    }

    private Optional<byte[]> answer(CallId call) {
        return records().read(reader -> reader.answer(call));
    }
}
