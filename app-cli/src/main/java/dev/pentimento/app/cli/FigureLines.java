package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Columns.Cell;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.loop.LoopFigures;
import dev.pentimento.domain.loop.LoopFigures.BestOf;
import dev.pentimento.domain.loop.LoopFigures.EqualBudget;
import dev.pentimento.domain.loop.LoopFigures.Mean;
import dev.pentimento.domain.loop.LoopFigures.PerIteration;
import dev.pentimento.domain.loop.LoopFigures.Stopped;
import dev.pentimento.domain.loop.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What runs of the loop show, for people. */
final class FigureLines {
    private static final String HINT =
            "To compare, name two batches of the same prompts: one that refines, such as with --variants 1 --max-iterations 3, and one with --variants 3 --max-iterations 1.";

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    FigureLines(Paint paint) {
        this.paint = paint;
    }

    List<String> of(LoopFigures figures) {
        lines.add("%s%s".formatted(Words.count(figures.runs(), "run"), simulated(figures.simulation())));
        addIterations(figures.iterations());
        addBestOf(figures.bestOf());
        addBudgets(figures.equalBudgets());
        addStops(figures.stops());
        return lines;
    }

    private String simulated(Simulation simulation) {
        if (simulation.simulated() == 0) {
            return "";
        }
        String which = simulation.isAll() ? "all" : String.valueOf(simulation.simulated());
        return paint.warning(", %s simulated: no trained model made their images".formatted(which));
    }

    private void addIterations(List<PerIteration> rows) {
        Columns columns = table("Round", "Runs", "Mean score", "Mean best so far");
        rows.forEach(row -> row(
                columns,
                String.valueOf(row.iteration()),
                String.valueOf(row.runs()),
                score(row.meanScore()),
                score(row.meanBestSoFar())));
        add("By round", columns);
    }

    private void addBestOf(List<BestOf> rows) {
        Columns columns = table("Images", "Runs", "Mean of the best");
        rows.forEach(row -> row(columns, String.valueOf(row.images()), String.valueOf(row.runs()), score(row.mean())));
        add("Best of several from the original prompt", columns);
    }

    private void addBudgets(List<EqualBudget> rows) {
        Columns columns = table("Images", "Refined", "Runs", "Best of as many", "Runs");
        rows.forEach(row -> row(
                columns,
                String.valueOf(row.images()),
                score(row.refined()),
                String.valueOf(row.refined().runs()),
                score(row.byChance()),
                String.valueOf(row.byChance().runs())));
        add("For the same number of images", columns);
        if (rows.stream().noneMatch(EqualBudget::isComparison)) {
            lines.add(paint.faint(HINT));
        }
    }

    private void addStops(List<Stopped> rows) {
        Columns columns = table("Stopped by", "Runs", "Mean rounds", "Rounds spared", "Cost");
        rows.forEach(row -> row(
                columns,
                row.reason().label().replace('_', ' '),
                String.valueOf(row.runs()),
                Words.oneDecimal(row.meanIterations()),
                String.valueOf(row.spared()),
                ResultLines.cost(row.cost())));
        add("Early stops", columns);
    }

    private void add(String title, Columns columns) {
        lines.add("");
        lines.add(paint.strong(title));
        lines.addAll(columns.lines());
    }

    private static Columns table(String... heads) {
        Columns columns = new Columns();
        row(columns, heads);
        return columns;
    }

    private static void row(Columns columns, String... texts) {
        columns.row(Stream.of(texts).map(Cell::of).map(Cell::right).toArray(Cell[]::new));
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    private static String score(Mean mean) {
        return mean.runs() == 0 ? "-" : score(mean.value());
    }
}
