package dev.pentimento.application;

import static dev.pentimento.application.LoopBench.iterations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One test for each reason to stop. */
class LoopStopTest {
    private final LoopBench bench = new LoopBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void stopsAtTheTarget() {
        bench.critic.gives(60, 86);

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(reason(run)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(run.iterations()).hasSize(2);
    }

    @Test
    void criticalIssueIsNeverTheTarget() {
        Issue cut = new Issue("anatomy", Issue.Severity.CRITICAL, "Three ears", List.of(), null);
        bench.critic.answers(() -> ScriptedCritic.evaluation(100, cut));

        Run run = bench.run(iterations(1));

        assertThat(reason(run)).isEqualTo(StopReason.MAX_ITERATIONS);
        assertThat(run.bestJudgement().orElseThrow().score().overall()).isEqualTo(0.69);
    }

    @Test
    void stopsAfterTheLastIteration() {
        bench.critic.gives(50, 60, 70);

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(reason(run)).isEqualTo(StopReason.MAX_ITERATIONS);
        assertThat(run.iterations()).hasSize(3);
    }

    @Test
    void stopsWithoutProgress() {
        bench.critic.gives(60, 61);

        Run run = bench.run(iterations(5));

        assertThat(reason(run)).isEqualTo(StopReason.NO_IMPROVEMENT);
        assertThat(run.iterations()).hasSize(2);
    }

    @Test
    void stopsWhenAPromptWasTriedBefore() {
        bench.critic.gives(50, 60);
        bench.critic.writes("A red fox at night", "a red  fox, at NIGHT!");

        Run run = bench.run(iterations(5));

        assertThat(reason(run)).isEqualTo(StopReason.DUPLICATE_PROMPT);
        assertThat(run.iterations()).hasSize(2);
    }

    @Test
    void stopsWhenTheMoneyIsSpent() {
        bench.critic.gives(50, 60, 70);

        Run run = bench.run(bench.command(null, LoopRules.DEFAULT, OptionalLong.of(1500), LoopBench.ITEM))
                .runs()
                .get(0);

        assertThat(reason(run)).isEqualTo(StopReason.BUDGET);
        assertThat(run.iterations()).hasSize(1);
        assertThat(run.best()).isPresent();
        assertThat(Objects.requireNonNull(run.ending()).message()).contains("0.0015 USD");
    }

    /** Two at once are estimated to cost more than there is, and then do not. */
    @Test
    void waitsForWhatOthersMayNotSpend() {
        bench.critic.gives(86, 86);
        bench.maker.costs(Cost.estimated(3000));
        Item other = new Item("hare", new Scene("Hare", "a hare in the snow", "calm", "a hare"), null);

        List<Run> runs = bench.run(bench.command(null, iterations(1), OptionalLong.of(5000), LoopBench.ITEM, other))
                .runs();

        assertThat(runs).extracting(LoopStopTest::reason).containsOnly(StopReason.TARGET_REACHED);
    }

    @Test
    void stopsWhereAProviderRefuses() {
        bench.maker.generatesNothing(new ProviderFailure.Refused("The policy forbids it"));

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(reason(run)).isEqualTo(StopReason.REJECTED);
        assertThat(Objects.requireNonNull(run.ending()).message()).contains("The policy forbids it");
    }

    @Test
    void stopsWhenItIsCalledOff() {
        bench.critic.answers(() -> {
            bench.callOff();
            return ScriptedCritic.evaluation(60);
        });

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(reason(run)).isEqualTo(StopReason.CANCELED);
        assertThat(run.iterations()).hasSize(1);
        assertThat(run.bestJudgement()).as("what was sent was waited for").isPresent();
    }

    @Test
    void whatFailsForNoReasonOfItsOwnAfterThatWasInterrupted() {
        bench.critic.answers(() -> {
            bench.callOff();
            throw new IllegalStateException("Shutdown in progress");
        });

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(reason(run)).isEqualTo(StopReason.CANCELED);
        assertThat(Objects.requireNonNull(run.ending()).message()).isEmpty();
    }

    @Test
    void stopsWhereSomethingFails() {
        bench.maker.generatesNothing(new ProviderFailure.AccessDenied("The key is wrong; check SCRIPTED_KEY"));

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(reason(run)).isEqualTo(StopReason.FAILED);
        assertThat(Objects.requireNonNull(run.ending()).message()).contains("SCRIPTED_KEY");
        List<Mishap> mishaps = bench.shop.records.read(reader -> reader.mishaps(run.batch()));
        assertThat(mishaps).anySatisfy(mishap -> assertThat(mishap.message()).contains("SCRIPTED_KEY"));
    }

    @Test
    void passingIsNoReasonToStop() {
        bench.critic.gives(75, 86);

        assertThat(bench.run(LoopRules.DEFAULT).iterations()).hasSize(2);
    }

    @Test
    void nonePassesAndTheBestIsStillRefined() {
        bench.critic.costs(Cost.free());
        bench.critic.gives(20, 30, 86);

        Run run = bench.run(new LoopRules(2, 3, 0.85));

        assertThat(reason(run)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(run.iterations()).hasSize(2);
        assertThat(bench.critic.refined).hasSize(1);
    }

    private static StopReason reason(Run run) {
        return Objects.requireNonNull(run.ending()).reason();
    }
}
