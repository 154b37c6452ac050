package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aConceptOf;
import static dev.pentimento.testkit.Fixtures.aGeneration;
import static dev.pentimento.testkit.Fixtures.aPendingJob;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.aReport;
import static dev.pentimento.testkit.Fixtures.aTicketFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.WorkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An open job has at most one place in the queue, one worker at a time, and users take turns. */
interface TicketPromises extends RecordsPromises {
    Lease ONE_WORKER = new Lease("one", NOW.plusSeconds(10));
    Lease OTHER_WORKER = new Lease("other", NOW.plusSeconds(20));

    static Stream<UnaryOperator<Job>> ends() {
        return Stream.of(
                job -> job.start(NOW).complete(List.of(), aReport(), NOW),
                job -> job.start(NOW).fail(FailureCode.REFUSED, "No.", NOW),
                job -> job.cancel(NOW));
    }

    @Test
    default void ticketComesBackAsItWas() {
        Job annas = recordedJobOf(ANNA);
        Job bens = recordedJobOf(BEN);
        Ticket plain = aTicketFor(annas);
        Ticket full = new Ticket(
                bens.id(),
                BEN,
                WorkKind.GENERATE,
                "fal \u00e4",
                Priority.LOW,
                Long.MAX_VALUE,
                3,
                7,
                NOW,
                NOW.plusNanos(1),
                ONE_WORKER,
                List.of("openai", "local"));

        assertThat(added(plain)).isTrue();
        assertThat(added(full)).isTrue();

        assertThat(ticket(annas)).contains(plain);
        assertThat(ticket(bens)).contains(full);
        assertThat(tickets()).containsExactly(plain, full);
    }

    @Test
    default void jobHasNoTicketUnlessItIsGivenOne() {
        assertThat(ticket(recordedJobOf(ANNA))).isEmpty();
        assertThat(ticket(aPendingJob())).isEmpty();
    }

    @Test
    default void ticketIsForAnOpenJobThatHasNone() {
        Job open = recordedJobOf(ANNA);
        Job canceled = recordedJobOf(ANNA);
        Job unknown = aPendingJob();
        Ticket first = aTicketFor(open);
        added(first);
        replace(canceled, canceled.cancel(NOW));

        refuses(writer -> writer.add(aTicketFor(open)), open.id());
        refuses(writer -> writer.add(aTicketFor(canceled)), canceled.id());
        refuses(writer -> writer.add(aTicketFor(unknown)), unknown.id());
        assertThat(tickets()).containsExactly(first);
    }

    @Test
    default void slotIsTakenByOneJobOfAnOwnerAndKind() {
        Job generating = recorded(aPendingJobFor(recorded(aConceptOf(ANNA)), aGeneration()));
        Job second = recordedJobOf(ANNA);
        assertThat(added(aTicketFor(recordedJobOf(ANNA), 1))).isTrue();

        assertThat(added(aTicketFor(second, 1))).as("the same slot").isFalse();

        assertThat(ticket(second)).isEmpty();
        assertThat(added(aTicketFor(second, 2))).as("another slot").isTrue();
        assertThat(added(aTicketFor(generating, 1))).as("another kind").isTrue();
        assertThat(added(aTicketFor(recordedJobOf(BEN), 1))).as("another owner").isTrue();
    }

    @Test
    default void ticketsWithoutASlotAreNoHindrance() {
        assertThat(added(aTicketFor(recordedJobOf(ANNA)))).isTrue();
        assertThat(added(aTicketFor(recordedJobOf(ANNA)))).isTrue();
    }

    @Test
    default void oneOfManyWhoWantASlotGetsIt() {
        List<Boolean> got = Crowd.of(20, () -> added(aTicketFor(recordedJobOf(ANNA), 1)));

        assertThat(got).containsOnlyOnce(true);
    }

    @ParameterizedTest
    @MethodSource("ends")
    default void ticketAndSlotAreFreeOnceTheJobIsFinal(UnaryOperator<Job> end) {
        Job job = recordedJobOf(ANNA);
        added(aTicketFor(job, 1));
        Job ended = end.apply(job);
        Job before = ended.attempt() == 0 ? job : job.start(NOW);
        replace(job, before);
        assertThat(ticket(job)).isPresent();

        replace(before, ended);

        assertThat(ticket(job)).isEmpty();
        assertThat(added(aTicketFor(recordedJobOf(ANNA), 1))).isTrue();
    }

    @Test
    default void openJobKeepsItsTicket() {
        Job job = recordedJobOf(ANNA);
        Ticket ticket = aTicketFor(job, 1);
        added(ticket);
        Job started = job.start(NOW);

        replace(job, started);
        assertThat(ticket(job)).contains(ticket);
        replace(started, started.requeue());
        assertThat(ticket(job)).contains(ticket);
    }

    @Test
    default void endThatCameTooLateTakesNoTicket() {
        Job job = recordedJobOf(ANNA);
        Ticket ticket = aTicketFor(job);
        added(ticket);
        replace(job, job.start(NOW));

        assertThat(replace(job, job.cancel(NOW))).isFalse();

        assertThat(ticket(job)).contains(ticket);
    }

    @Test
    default void retriedJobGetsANewTicketBehindAllOthers() {
        Job job = recordedJobOf(ANNA);
        Job canceled = job.cancel(NOW);
        added(aTicketFor(job));
        Ticket other = aTicketFor(recordedJobOf(ANNA));
        added(other);
        replace(job, canceled);

        assertThat(replace(canceled, canceled.retry())).isTrue();
        assertThat(ticket(job)).isEmpty();
        Ticket again = aTicketFor(job);
        assertThat(added(again)).isTrue();

        assertThat(job(job.id())).contains(canceled.retry());
        assertThat(tickets()).containsExactly(other, again);
    }

    @Test
    default void ticketIsReplacedOnlyFromTheHolderItHas() {
        Job job = recordedJobOf(ANNA);
        Ticket free = aTicketFor(job);
        Ticket held = free.heldBy(ONE_WORKER).dueBy(NOW.plusSeconds(60));
        Ticket longer = held.heldBy(ONE_WORKER.extendedTo(NOW.plusSeconds(99)));
        Ticket taken = held.heldBy(OTHER_WORKER);
        added(free);

        assertThat(replaced(free, held)).isTrue();
        assertThat(replaced(free, taken)).as("from the free one").isFalse();
        assertThat(replaced(held, longer)).isTrue();
        assertThat(replaced(held, taken))
                .as("from the shorter lease of the same holder")
                .isTrue();
        assertThat(replaced(longer, longer.released(NOW)))
                .as("by the old holder")
                .isFalse();
        assertThat(ticket(job)).contains(taken);
        assertThat(replaced(taken, taken.released(NOW.plusSeconds(5)))).isTrue();
        assertThat(ticket(job)).contains(taken.released(NOW.plusSeconds(5)));
    }

    @Test
    default void oneOfManyWorkersGetsTheLease() {
        Ticket free = aTicketFor(recordedJobOf(ANNA));
        added(free);

        List<Boolean> got = Crowd.of(8, () -> {
            String me = Thread.currentThread().getName();
            return replaced(free, free.heldBy(new Lease(me, NOW)));
        });

        assertThat(got).containsOnlyOnce(true);
    }

    @Test
    default void ticketThatIsGoneIsNotReplaced() {
        Job job = recordedJobOf(ANNA);
        Ticket ticket = aTicketFor(job);
        added(ticket);
        replace(job, job.cancel(NOW));

        assertThat(replaced(ticket, ticket.heldBy(ONE_WORKER))).isFalse();

        assertThat(ticket(job)).isEmpty();
    }

    @Test
    default void ticketIsNotReplacedByAnotherPlace() {
        Ticket ticket = aTicketFor(recordedJobOf(ANNA));
        Ticket otherJob = aTicketFor(recordedJobOf(ANNA));
        Ticket otherSlot =
                new Ticket(ticket.job(), ANNA, ticket.kind(), "local", ticket.priority(), 1, 1, 1, NOW, null, null);
        added(ticket);

        refuses(writer -> writer.replace(ticket, otherJob), ticket.job());
        refuses(writer -> writer.replace(ticket, otherSlot), ticket.job());
    }

    @Test
    default void jobIsHeldInOneAttemptByOneHolder() {
        Job waiting = recordedJobOf(ANNA);
        Ticket free = aTicketFor(waiting);
        added(free);
        replaced(free, free.heldBy(ONE_WORKER));
        assertThat(isHeld(waiting, waiting.attempt(), ONE_WORKER)).isFalse();

        Job begun = waiting.start(NOW);
        replace(waiting, begun);

        assertThat(isHeld(begun, begun.attempt(), ONE_WORKER)).isTrue();
        assertThat(isHeld(begun, begun.attempt() + 1, ONE_WORKER)).isFalse();
        assertThat(isHeld(begun, begun.attempt(), OTHER_WORKER)).isFalse();
        end(begun);
        assertThat(isHeld(begun, begun.attempt(), ONE_WORKER)).isFalse();
    }

    @Test
    default void ticketsOfAnOwnerAndKindComeInTheOrderOfAdding() {
        Ticket first = aTicketFor(recordedJobOf(ANNA));
        Ticket generating = aTicketFor(recorded(aPendingJobFor(recorded(aConceptOf(ANNA)), aGeneration())));
        Ticket bens = aTicketFor(recordedJobOf(BEN));
        Ticket second = aTicketFor(recordedJobOf(ANNA));
        List.of(first, generating, bens, second).forEach(this::added);
        replaced(first, first.heldBy(ONE_WORKER));

        read(reader -> {
            assertThat(reader.tickets(ANNA, WorkKind.REFINE)).containsExactly(first.heldBy(ONE_WORKER), second);
            assertThat(reader.tickets(ANNA, WorkKind.GENERATE)).containsExactly(generating);
            assertThat(reader.tickets(BEN, WorkKind.GENERATE)).isEmpty();
            assertThat(reader.tickets()).containsExactly(first.heldBy(ONE_WORKER), generating, bens, second);
        });
    }

    /** Anna has asked for four pictures before Ben comes with two. */
    @Test
    default void usersTakeTurns() {
        List<Ticket> queue = new ArrayList<>();
        Stream.of(ANNA, ANNA, ANNA, ANNA, BEN, BEN)
                .map(owner -> queued(owner, Priority.NORMAL))
                .forEach(queue::add);

        queue.sort(Comparator.comparingLong(Ticket::turn)); // the first of equals stays first

        assertThat(queue).extracting(Ticket::owner).containsExactly(ANNA, BEN, ANNA, BEN, ANNA, ANNA);
        assertThat(queue).extracting(Ticket::turn).containsExactly(1L, 1L, 2L, 2L, 3L, 4L);
    }

    @Test
    default void nobodyCatchesUpOnWhatWasNotAskedFor() {
        for (int i = 0; i < 3; i++) {
            end(begun(queued(ANNA, Priority.NORMAL)));
        }

        Ticket waiting = queued(ANNA, Priority.NORMAL);
        Ticket bens = queued(BEN, Priority.NORMAL);

        assertThat(waiting.turn()).isEqualTo(4);
        assertThat(bens.turn()).as("of somebody who comes late").isEqualTo(4);
        assertThat(queued(BEN, Priority.NORMAL).turn()).isEqualTo(5);
    }

    @Test
    default void turnThatWasNotBegunIsGivenAgain() {
        end(queued(ANNA, Priority.NORMAL));
        writeInVain(writer -> writer.nextTurn(ANNA, Priority.NORMAL));

        assertThat(queued(ANNA, Priority.NORMAL).turn()).isEqualTo(1);
    }

    @Test
    default void prioritiesHaveTurnsOfTheirOwn() {
        begun(queued(ANNA, Priority.LOW));
        begun(queued(ANNA, Priority.LOW));

        assertThat(queued(ANNA, Priority.HIGH).turn()).isEqualTo(1);
        assertThat(queued(BEN, Priority.HIGH).turn()).isEqualTo(1);
        assertThat(queued(BEN, Priority.LOW).turn()).isEqualTo(3);
    }

    @Test
    default void lowTurnThatIsBegunLateDoesNotTurnTheClockBack() {
        Ticket postponed = queued(ANNA, Priority.NORMAL);
        begun(queued(ANNA, Priority.NORMAL));
        begun(postponed);

        assertThat(queued(BEN, Priority.NORMAL).turn()).isEqualTo(3);
    }

    @Test
    default void ticketOfAFailedTransactionIsGone() {
        Job job = recordedJobOf(ANNA);

        writeInVain(writer -> writer.add(aTicketFor(job, 1)));

        assertThat(ticket(job)).isEmpty();
        assertThat(added(aTicketFor(job, 1))).isTrue();
    }

    private Ticket queued(UserId owner, Priority priority) {
        Job job = recordedJobOf(owner);
        return records().write(writer -> {
            Ticket ticket = new Ticket(
                    job.id(),
                    owner,
                    WorkKind.REFINE,
                    "local",
                    priority,
                    writer.nextTurn(owner, priority),
                    1,
                    null,
                    NOW,
                    null,
                    null);
            writer.add(ticket);
            return ticket;
        });
    }

    private Ticket begun(Ticket ticket) {
        Ticket begun = ticket.heldBy(ONE_WORKER).dueBy(NOW.plusSeconds(60));
        assertThat(replaced(ticket, begun)).isTrue();
        return begun;
    }

    private boolean isHeld(Job job, int attempt, Lease lease) {
        return records().<Boolean>read(reader -> reader.isHeld(job.id(), attempt, lease.holder()));
    }

    private void end(Ticket ticket) {
        end(job(ticket.job()).orElseThrow());
    }

    private void end(Job job) {
        assertThat(replace(job, job.cancel(NOW))).isTrue();
    }

    private boolean added(Ticket ticket) {
        return records().write(writer -> writer.add(ticket));
    }

    private boolean replaced(Ticket current, Ticket next) {
        return records().write(writer -> writer.replace(current, next));
    }

    private List<Ticket> tickets() {
        return records().read(reader -> reader.tickets());
    }

    private Optional<Ticket> ticket(Job job) {
        JobId id = job.id();
        return records().read(reader -> reader.ticket(id));
    }
}
