package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Columns.Cell;
import dev.pentimento.app.cli.document.BatchDocument;
import dev.pentimento.app.cli.document.RunDocument;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.ports.in.PlanBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A batch, for people. */
final class BatchLines {
    private final Paint paint;

    BatchLines(Paint paint) {
        this.paint = paint;
    }

    List<String> of(BatchDocument batch) {
        Columns columns = new Columns();
        batch.prompts().forEach(prompt -> columns.row(cells(prompt)));
        List<String> lines = new ArrayList<>(columns.lines());
        batch.prompts().stream()
                .filter(prompt -> prompt.message() != null)
                .map(prompt -> paint.warning(
                        "%s: %s".formatted(prompt.id(), Words.line(Objects.requireNonNull(prompt.message())))))
                .forEach(lines::add);
        lines.add("%d of %s done, cost %s; everything is in %s"
                .formatted(
                        batch.succeeded(),
                        Words.count(batch.prompts().size(), "prompt"),
                        cost(batch),
                        paint.strong(batch.outputDir())));
        return lines;
    }

    private static String cost(BatchDocument batch) {
        Long amount = batch.cost().microUsd();
        return amount == null ? "unknown" : Words.dollars(amount);
    }

    private static Cell[] cells(RunDocument prompt) {
        RunDocument.Best best = prompt.best();
        return cells(
                prompt.id(),
                String.valueOf(prompt.stopReason()).replace('_', ' '),
                Words.count(prompt.iterations().size(), "round"),
                best == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.2f", best.score().overall()),
                best == null ? "" : best.file());
    }

    List<String> of(PlanBatch.Plan plan) {
        Columns columns = new Columns();
        plan.prompts()
                .forEach(prompt -> columns.row(cells(
                        prompt.id(),
                        prompt.generator() + (prompt.model().isEmpty() ? "" : " / " + prompt.model()),
                        "at most " + Words.count(prompt.images(), "image"),
                        ResultLines.cost(prompt.estimate()),
                        Words.excerpt(prompt.prompt(), 60))));
        List<String> lines = new ArrayList<>(columns.lines());
        String done = plan.done() == 0 ? "" : "%s done already; ".formatted(Words.count(plan.done(), "prompt"));
        lines.add("%s%s judges, %s writes; at most %s altogether"
                .formatted(done, plan.critic(), plan.writer(), ResultLines.cost(plan.estimate())));
        return lines;
    }

    private static Cell[] cells(String... texts) {
        return Stream.of(texts).map(Words::line).map(Cell::of).toArray(Cell[]::new);
    }
}
