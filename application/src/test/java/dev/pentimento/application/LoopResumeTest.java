package dev.pentimento.application;

import static dev.pentimento.application.LoopBench.ITEM;
import static dev.pentimento.application.LoopBench.iterations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.ShowBatch;
import dev.pentimento.ports.out.WorkObserver;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch goes on after any end, and nothing is done or paid twice. */
class LoopResumeTest {
    private final LoopBench bench = new LoopBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static StopReason reason(Run run) {
        return Objects.requireNonNull(run.ending()).reason();
    }

    @Test
    void calledOffBatchGoesOnWhereItWas() {
        bench.critic.answers(() -> {
            bench.callOff();
            return ScriptedCritic.evaluation(50);
        });
        Run stopped = bench.run(LoopRules.DEFAULT);
        bench.critic.gives(86);

        Run resumed = bench.resume(stopped);

        assertThat(reason(stopped)).isEqualTo(StopReason.CANCELED);
        assertThat(reason(resumed)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(bench.parts()).as("each step once").containsExactly(0, 2000, 3000, 5000, 0, 3000);
    }

    @Test
    void whatIsDoneIsNotDoneAgain() {
        bench.critic.gives(86);
        Run done = bench.run(LoopRules.DEFAULT);

        Run again = bench.resume(done);

        assertThat(again).isEqualTo(done);
        assertThat(bench.parts()).containsExactly(0, 2000, 3000);
    }

    /** The process dies after the last judgement: which image is the best follows from what is recorded. */
    @Test
    void selectionThatWasNotRecordedIsMadeAgainWithoutAsking() {
        bench.critic.gives(86);
        Run done = bench.run(LoopRules.DEFAULT);
        Run judged = bench.shop.records.write(writer -> {
            Run unselected = unselected(done);
            writer.replace(done, unselected);
            return unselected;
        });

        Run resumed = bench.resume(judged);

        assertThat(resumed.iterations()).isEqualTo(done.iterations());
        assertThat(reason(resumed)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(bench.parts()).containsExactly(0, 2000, 3000);
    }

    private static Run unselected(Run run) {
        Iteration only = run.iterations().get(0);
        Iteration judged = new Iteration(
                only.number(),
                only.way(),
                only.prompt(),
                only.base(),
                only.job(),
                only.assessments(),
                only.comparisons(),
                null,
                null,
                null,
                only.startedAt());
        return new Run(run.batch(), run.item(), run.concept(), run.checklist(), List.of(judged), null, run.createdAt());
    }

    /** Selections are recorded with the step that follows. */
    @Test
    void whatIsRecordedIsWhatCameOfIt() {
        bench.critic.gives(50, 60);

        Run run = bench.run(iterations(2));

        List<Run> recorded = bench.shop.records.read(reader -> reader.runs(run.batch()));
        assertThat(recorded).containsExactly(run);
        assertThat(run.iterations()).allMatch(Iteration::isSelected);
    }

    @Test
    void moreMoneyLetsItGoOn() {
        bench.critic.gives(50, 86);
        Run broke = broke();

        Run resumed = bench.run(bench.command(broke.batch(), LoopRules.DEFAULT, OptionalLong.of(10_000), ITEM))
                .runs()
                .get(0);

        assertThat(reason(broke)).isEqualTo(StopReason.BUDGET);
        assertThat(reason(resumed)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(bench.maker.generated).hasSize(2);
    }

    @Test
    void budgetHoldsUntilAnotherIsGiven() {
        bench.critic.gives(50, 86);
        Run broke = broke();

        Run again = bench.resume(broke);

        assertThat(reason(again)).isEqualTo(StopReason.BUDGET);
        assertThat(bench.maker.generated).hasSize(1);
    }

    @Test
    void whatIsMadeByHandIsNoneOfItsBusiness() {
        bench.critic.gives(86);
        Run done = bench.run(LoopRules.DEFAULT);
        Cost before = cost(done);
        bench.shop.refine(RefineImage.Command.of(
                new RefineImage.Stored(
                        new VersionReference(done.best().orElseThrow().toString())),
                TestWorkshop.prompt()));

        bench.resume(done);

        assertThat(bench.maker.edits).hasSize(1);
        assertThat(cost(done)).isEqualTo(before);
    }

    private Cost cost(Run run) {
        return bench.shop
                .useCases
                .showBatch()
                .handle(ShowBatch.Query.of(run.batch()))
                .runs()
                .get(0)
                .cost();
    }

    @Test
    void whatWasSpentBeforeCounts() {
        bench.critic.gives(50);
        Run broke = broke();

        Run again = bench.run(bench.command(broke.batch(), LoopRules.DEFAULT, OptionalLong.of(1600), ITEM))
                .runs()
                .get(0);

        assertThat(reason(again)).isEqualTo(StopReason.BUDGET);
        assertThat(bench.maker.generated).hasSize(1);
    }

    @Test
    void failedImagesAreMadeWhenWhatHinderedThemIsGone() {
        bench.maker.generatesNothing(new ProviderFailure.AccessDenied("The key is wrong"));
        Run failed = bench.run(iterations(1));
        bench.maker.generatesAgain();
        bench.critic.gives(86);

        Run resumed = bench.resume(failed);

        assertThat(reason(failed)).isEqualTo(StopReason.FAILED);
        assertThat(reason(resumed)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(resumed.iterations()).hasSize(1);
    }

    @Test
    void imagesThatAreMadeOnceMoreGiveWayToWhatPeopleWaitFor() {
        Set<Priority> priorities = ConcurrentHashMap.newKeySet();
        bench.maker.generatesNothing(new ProviderFailure.AccessDenied("The key is wrong"));
        Run failed = bench.run(iterations(1));
        bench.maker.generatesAgain();
        bench.critic.gives(86);
        bench.shop.useCases.observeWork().handle(new WorkObserver() {
            @Override
            public void moved(ProviderCall call) {
                bench.shop
                        .records
                        .read(records -> records.ticket(call.job()))
                        .ifPresent(ticket -> priorities.add(ticket.priority()));
            }
        });

        bench.resume(failed);

        assertThat(priorities).containsExactly(Priority.LOW);
    }

    /** The process dies while the critic looks at the picture: it had been asked, and its answer comes to nobody. */
    @Test
    void questionOfAKilledProcessIsNotAskedAgainAndIsNoScore() throws InterruptedException {
        Lost lost = lostWhileTheCriticLooks(86);

        Run resumed = bench.run(bench.command(lost.batch(), LoopRules.DEFAULT, OptionalLong.empty(), ITEM))
                .runs()
                .get(0);

        assertThat(bench.critic.judged).hasSize(1);
        assertThat(bench.maker.generated).hasSize(1);
        assertThat(resumed.iterations().get(0).assessments()).singleElement().isInstanceOf(Assessment.Unjudged.class);
        assertThat(bench.calls().stream().filter(call -> call.part() == 3000))
                .extracting(ProviderCall::status)
                .containsExactly(CallStatus.OUTCOME_UNKNOWN);
        lost.comesBack();
        Run recorded =
                bench.shop.records.read(reader -> reader.runs(lost.batch()).get(0));
        assertThat(recorded).as("whoever comes back late decides nothing").isEqualTo(resumed);
        assertThat(bench.calls().stream().filter(call -> call.part() == 3000))
                .as("but what it learned is in the ledger")
                .extracting(ProviderCall::status)
                .containsExactly(CallStatus.DONE);
    }

    /** Where nothing can be paid twice, the image need not do without its judgement. */
    @Test
    void questionOfAKilledProcessIsSimplyAskedAgainWhereThatCostsNothing() throws InterruptedException {
        bench.critic.costs(Cost.free());
        Lost lost = lostWhileTheCriticLooks(20);
        bench.critic.gives(86);

        Run resumed = bench.run(bench.command(lost.batch(), LoopRules.DEFAULT, OptionalLong.empty(), ITEM))
                .runs()
                .get(0);

        assertThat(reason(resumed)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(bench.critic.judged).hasSize(2);
        assertThat(bench.calls().stream().filter(call -> call.part() == 3000))
                .extracting(ProviderCall::status)
                .containsExactly(CallStatus.FAILED, CallStatus.DONE);
        lost.comesBack();
        Run recorded =
                bench.shop.records.read(reader -> reader.runs(lost.batch()).get(0));
        assertThat(recorded).as("what comes late changes nothing").isEqualTo(resumed);
    }

    /** A process that is given up in the midst of a question. */
    private record Lost(BatchId batch, Thread thread, CountDownLatch forever) {
        void comesBack() throws InterruptedException {
            forever.countDown();
            thread.join();
        }
    }

    private Lost lostWhileTheCriticLooks(int score) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch forever = new CountDownLatch(1);
        bench.critic.answers(() -> {
            asked.countDown();
            await(forever);
            return ScriptedCritic.evaluation(score);
        });
        Thread killed = new Thread(() -> bench.run(LoopRules.DEFAULT));
        killed.setDaemon(true);
        killed.start();
        asked.await();
        BatchId batch = bench.shop.records.read(
                reader -> reader.batches(UserId.LOCAL).get(0).id());
        bench.shop.clock.advance(Duration.ofMinutes(5));
        return new Lost(batch, killed, forever);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void batchInOtherHandsIsLeftAlone() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.critic.answers(() -> {
            asked.countDown();
            await(goOn);
            return ScriptedCritic.evaluation(86);
        });
        Thread other = new Thread(() -> bench.run(LoopRules.DEFAULT));
        other.start();
        asked.await();
        BatchId batch = bench.shop.records.read(
                reader -> reader.batches(UserId.LOCAL).get(0).id());

        RunBatch.Outcome outcome = bench.shop
                .useCases
                .runBatch()
                .handle(bench.command(batch, LoopRules.DEFAULT, OptionalLong.empty(), ITEM));

        assertThat(outcome).isInstanceOf(RunBatch.AlreadyRunning.class);
        goOn.countDown();
        other.join();
        Run run = bench.shop.records.read(reader -> reader.runs(batch).get(0));
        assertThat(reason(run)).isEqualTo(StopReason.TARGET_REACHED);
    }

    @Test
    void unknownBatchIsTold() {
        BatchId nowhere = new BatchId(new UUID(7, 7));

        assertThatThrownBy(() -> bench.run(bench.command(nowhere, LoopRules.DEFAULT, OptionalLong.empty(), ITEM)))
                .isInstanceOf(UnknownReference.class);
    }

    @Test
    void promptThatChangedMeanwhileIsNotTakenForTheOld() {
        bench.critic.gives(86);
        Run done = bench.run(LoopRules.DEFAULT);
        RunBatch.Command changed = bench.command(
                done.batch(),
                LoopRules.DEFAULT,
                OptionalLong.empty(),
                new Item("fox", new Scene("", "", "", "a wolf"), null));

        assertThatThrownBy(() -> bench.run(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'fox' is not what it was");
    }

    /** A run that came to an end for want of money. */
    private Run broke() {
        return bench.run(bench.command(null, LoopRules.DEFAULT, OptionalLong.of(1500), ITEM))
                .runs()
                .get(0);
    }
}
