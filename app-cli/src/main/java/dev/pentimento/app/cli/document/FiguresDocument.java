package dev.pentimento.app.cli.document;

import dev.pentimento.domain.loop.LoopFigures;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What runs of the loop show when they are taken together.
 *
 * @param simulated true where no run says anything of a trained model
 * @param simulatedRuns how many do not
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

    /** Refining against making more; null where it is not known. */
    public record EqualBudget(
            int images, @Nullable Double refined, @Nullable Double bestOfN) {}

    /** How runs ended. */
    public record Stopped(String reason, int runs, double meanIterations, int iterationsSpared, CostDocument cost) {}

    public static FiguresDocument of(LoopFigures figures) {
        return new FiguresDocument(
                figures.runs(),
                figures.runs() > 0 && figures.simulated() == figures.runs(),
                figures.simulated(),
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
                figures.equalBudgets().stream()
                        .map(row -> new EqualBudget(row.images(), rounded(row.refined()), rounded(row.byChance())))
                        .toList(),
                figures.stops().stream()
                        .map(row -> new Stopped(
                                row.reason().label(),
                                row.runs(),
                                Json.rounded(row.meanIterations()),
                                row.spared(),
                                CostDocument.of(row.cost())))
                        .toList());
    }

    private static @Nullable Double rounded(Optional<Double> value) {
        return value.map(Json::rounded).orElse(null);
    }
}
