package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.RunTrace;
import dev.pentimento.domain.loop.RunTrace.Round;
import dev.pentimento.domain.loop.Simulation;
import dev.pentimento.domain.loop.StopReason;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the loop brought. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReportCommandTest extends JobScene {
    private static final Simulation SIMULATED = new Simulation(0, 1);
    private static final Simulation TRAINED = new Simulation(1, 0);

    private static final RunTrace EARLY = new RunTrace(
            List.of(new Round(List.of(0.95), 0.95, 0.95)),
            3,
            StopReason.TARGET_REACHED,
            Cost.reported(10_000),
            TRAINED);
    private static final RunTrace LATE = new RunTrace(
            List.of(
                    new Round(List.of(0.3), 0.3, 0.3),
                    new Round(List.of(0.5), 0.5, 0.5),
                    new Round(List.of(0.4), 0.4, 0.5)),
            3,
            StopReason.MAX_ITERATIONS,
            Cost.reported(30_000),
            TRAINED);
    /** All at once; the two best are near to each other, and the critic preferred the lower one. */
    private static final RunTrace AT_ONCE = new RunTrace(
            List.of(new Round(List.of(0.6, 0.81, 0.8), 0.8, 0.8)),
            1,
            StopReason.MAX_ITERATIONS,
            Cost.reported(30_000),
            TRAINED);

    private static RunTrace simulated(RunTrace trace) {
        return new RunTrace(trace.rounds(), trace.most(), trace.stop(), trace.cost(), SIMULATED);
    }

    @Test
    void tablesSayWhatTheLoopBroughtAndOfHowManyRuns() {
        home.bench.traces = List.of(EARLY, LATE, AT_ONCE);

        assertThat(here().onTerminal().run("report").out()).isEqualTo("""
                        3 runs

                        By round
                        Round  Runs  Mean score  Mean best so far
                            1     3       0.683             0.683
                            2     1       0.500             0.750
                            3     1       0.400             0.750

                        Best of several from the original prompt
                        Images  Runs  Mean of the best
                             1     3             0.617
                             2     1             0.810
                             3     1             0.800

                        For the same number of images
                        Images  Refined  Runs  Best of as many  Runs
                             1        -     0            0.617     3
                             2    0.725     2            0.810     1
                             3    0.725     2            0.800     1

                        Early stops
                            Stopped by  Runs  Mean rounds  Rounds spared              Cost
                        target reached     1          1.0              2  $0.01 (reported)
                        max iterations     2          2.0              0  $0.06 (reported)
                        """);
    }

    @Test
    void documentHoldsTheSame() throws IOException {
        home.bench.traces = List.of(EARLY, LATE, AT_ONCE);

        JsonNode report = json("report");

        assertThat(report.path("runs").asInt()).isEqualTo(3);
        assertThat(report.path("simulated").asBoolean()).isFalse();
        assertThat(report.path("simulated_runs").asInt()).isZero();
        assertThat(report.at("/iterations/1"))
                .isEqualTo(tree("{\"iteration\": 2, \"runs\": 1, \"mean_score\": 0.5, \"mean_best_so_far\": 0.75}"));
        assertThat(report.at("/best_of/2")).isEqualTo(tree("{\"images\": 3, \"runs\": 1, \"mean\": 0.8}"));
        assertThat(report.path("equal_budgets")).isEqualTo(tree("""
                        [{"images": 1, "refined": null, "runs_refined": 0, "best_of_n": 0.6167, "runs_best_of_n": 3},
                         {"images": 2, "refined": 0.725, "runs_refined": 2, "best_of_n": 0.81, "runs_best_of_n": 1},
                         {"images": 3, "refined": 0.725, "runs_refined": 2, "best_of_n": 0.8, "runs_best_of_n": 1}]"""));
        assertThat(report.at("/stops/0")).isEqualTo(tree("""
                        {"reason": "target_reached", "runs": 1, "mean_iterations": 1.0, "iterations_spared": 2,
                         "cost": {"micro_usd": 10000, "basis": "reported"}}"""));
    }

    @Test
    void whatCannotBeComparedSaysHowItCould() {
        home.bench.traces = List.of(LATE);
        assertThat(here().onTerminal().run("report").out()).contains("To compare, name two batches");

        home.bench.traces = List.of(LATE, AT_ONCE);
        assertThat(here().onTerminal().run("report").out()).doesNotContain("To compare");
    }

    @Test
    void simulatedRunsAreCountedAndNamed() throws IOException {
        home.bench.traces = List.of(simulated(EARLY), LATE);

        assertThat(here().onTerminal().run("report").out())
                .startsWith("2 runs, 1 simulated: no trained model made their images\n");
        assertThat(json("report").path("simulated").asBoolean()).isFalse();
        assertThat(json("report").path("simulated_runs").asInt()).isEqualTo(1);

        home.bench.traces = List.of(simulated(EARLY), simulated(LATE));

        assertThat(here().onTerminal().run("report").out()).startsWith("2 runs, all simulated:");
        assertThat(json("report").path("simulated").asBoolean()).isTrue();
    }
}
