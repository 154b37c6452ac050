package dev.pentimento.app.cli.document;

import dev.pentimento.domain.loop.LoopFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs of the loop show when they are taken together.
 *
 * @param simulated true where all images are: none comes from a trained model
 * @param simulatedRuns of how many runs
 */
public record FiguresDocument(
        int runs,
        boolean simulated,
        int simulatedRuns,
        List<PerIteration> iterations,
        List<BestOf> bestOf,
        List<EqualBudget> equalBudgets,
        List<Stopped> stops) {

    /** One iteration. */
    public record PerIteration(int iteration, int runs, double meanScore, double meanBestSoFar) {}

    /** The best of several from the original prompt. */
    public record BestOf(int images, int runs, double mean) {}

    /** Refining against making more, each with the number of runs that it is the mean of; null where there are none. */
    public record EqualBudget(
            int images,
            @Nullable Double refined,
            int runsRefined,
            @Nullable Double bestOfN,
            int runsBestOfN) {
        static EqualBudget of(LoopFigures.EqualBudget row) {
            return new EqualBudget(
                    row.images(),
                    value(row.refined()),
                    row.refined().runs(),
                    value(row.byChance()),
                    row.byChance().runs());
        }

        private static @Nullable Double value(LoopFigures.Mean mean) {
            return mean.runs() == 0 ? null : Double.valueOf(Json.rounded(mean.value()));
        }
    }

    /** How runs ended. */
    public record Stopped(String reason, int runs, double meanIterations, int iterationsSpared, CostDocument cost) {}

    public static FiguresDocument of(LoopFigures figures) {
        return new FiguresDocument(
                figures.runs(),
                figures.simulation().isAll(),
                figures.simulation().simulated(),
                figures.iterations().stream()
                        .map(row -> new PerIteration(
                                row.iteration(),
                                row.runs(),
                                Json.rounded(row.meanScore()),
                                Json.rounded(row.meanBestSoFar())))
                        .toList(),
                figures.bestOf().stream()
                        .map(row -> new BestOf(row.images(), row.runs(), Json.rounded(row.mean())))
                        .toList(),
                figures.equalBudgets().stream().map(EqualBudget::of).toList(),
                figures.stops().stream()
                        .map(row -> new Stopped(
                                row.reason().label(),
                                row.runs(),
                                Json.rounded(row.meanIterations()),
                                row.spared(),
                                CostDocument.of(row.cost())))
                        .toList());
    }
}
