package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Columns.Cell;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.loop.LoopFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs of the loop show, for people. */
final class FigureLines {
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    FigureLines(Paint paint) {
        this.paint = paint;
    }

    List<String> of(LoopFigures figures) {
        lines.add("%s%s".formatted(Words.count(figures.runs(), "run"), simulated(figures)));
        Columns iterations = table("Round", "Runs", "Mean score", "Mean best so far");
        figures.iterations()
                .forEach(row -> row(
                        iterations,
                        String.valueOf(row.iteration()),
                        String.valueOf(row.runs()),
                        score(row.meanScore()),
                        score(row.meanBestSoFar())));
        add("By round", iterations);
        Columns bestOf = table("Images", "Runs", "Mean of the best");
        figures.bestOf()
                .forEach(row ->
                        row(bestOf, String.valueOf(row.images()), String.valueOf(row.runs()), score(row.mean())));
        add("Best of several from the original prompt", bestOf);
        Columns budgets = table("Images", "Refined", "Best of as many");
        figures.equalBudgets()
                .forEach(
                        row -> row(budgets, String.valueOf(row.images()), score(row.refined()), score(row.byChance())));
        add("For the same number of images", budgets);
        Columns stops = table("Stopped by", "Runs", "Mean rounds", "Rounds spared", "Cost");
        figures.stops()
                .forEach(row -> row(
                        stops,
                        row.reason().label().replace('_', ' '),
                        String.valueOf(row.runs()),
                        Words.oneDecimal(row.meanIterations()),
                        String.valueOf(row.spared()),
                        ResultLines.cost(row.cost())));
        add("Early stops", stops);
        return lines;
    }

    private String simulated(LoopFigures figures) {
        if (figures.simulated() == 0) {
            return "";
        }
        String which = figures.simulated() == figures.runs() ? "all" : String.valueOf(figures.simulated());
        return paint.warning(", %s simulated: no trained model made their images".formatted(which));
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

    private static String score(Optional<Double> score) {
        return score.map(FigureLines::score).orElse("-");
    }
}
