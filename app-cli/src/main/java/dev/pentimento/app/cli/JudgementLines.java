package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Columns.Cell;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.ports.in.EvaluateImage.Judgement;
import dev.pentimento.ports.in.ImprovePrompt.Improved;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a critic says of an image, and what a writer makes of it, for people. */
final class JudgementLines {
    private final Paint paint;

    JudgementLines(Paint paint) {
        this.paint = paint;
    }

    List<String> of(Judgement judgement) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.strong(
                        String.format(Locale.ROOT, "%.2f", judgement.score().overall()))
                + paint.faint("  adherence %.2f, quality %.2f, judged by %s%s"
                        .formatted(
                                judgement.score().adherence(),
                                judgement.score().quality(),
                                judgement.critic(),
                                price(judgement.cost()))));
        Columns columns = new Columns();
        judgement.checklist().checks().forEach(check -> row(columns, check, judgement));
        lines.addAll(columns.lines());
        judgement.evaluation().issues().stream()
                .filter(issue -> issue.checks().isEmpty())
                .map(JudgementLines::issue)
                .forEach(lines::add);
        lines.add(paint.faint(Words.line(judgement.evaluation().description())));
        return lines;
    }

    /** Empty where nobody was paid now. */
    private static String price(Cost cost) {
        if (cost.microUsd().isEmpty()) {
            return "; nobody knows what it cost";
        }
        return cost.microUsd().getAsLong() == 0 ? "" : "; it cost " + ResultLines.cost(cost);
    }

    private void row(Columns columns, Check check, Judgement judgement) {
        judgement.evaluation().answers().stream()
                .filter(answer -> answer.check().equals(check.id()))
                .findFirst()
                .ifPresent(answer -> columns.row(
                        verdict(answer),
                        Cell.of(Words.line(check.question())),
                        Cell.painted(Words.line(answer.evidence()), paint::faint)));
    }

    private Cell verdict(Answer answer) {
        String word = answer.verdict().name().toLowerCase(Locale.ROOT);
        return switch (answer.verdict()) {
            case YES -> Cell.of(word);
            case NO -> Cell.painted(word, paint::strong);
            case UNSURE -> Cell.painted(word, paint::faint);
        };
    }

    private static String issue(Issue issue) {
        return "%s: %s".formatted(issue.severity().label(), Words.line(issue.description()));
    }

    /** The prompt comes first, as it is what was asked for. */
    List<String> of(Improved improved) {
        List<String> lines = new ArrayList<>(
                improved.refined().text().lines().map(Words::line).toList());
        improved.refined().changes().forEach(change -> lines.add(paint.faint("- " + Words.line(change))));
        lines.add(paint.faint("The image scores %.2f, judged by %s; the prompt is by %s%s"
                .formatted(
                        improved.judgement().score().overall(),
                        improved.judgement().critic(),
                        improved.writer(),
                        price(improved.cost()))));
        return lines;
    }
}
