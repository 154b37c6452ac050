package dev.pentimento.app.cli.report;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The questions of a run, and how the best image of each iteration did. */
final class CheckTable {
    /** This critic measures and does not look. */
    private static final String MEASURING = "local";

    private final Run run;

    CheckTable(Run run) {
        this.run = run;
    }

    Markup markup() {
        Checklist checklist = run.checklist();
        if (checklist == null) {
            return Markup.styled("p", "faint", "No checklist was written.");
        }
        List<Markup> rows = new ArrayList<>();
        rows.add(head());
        checklist.checks().forEach(check -> rows.add(row(check)));
        return Markup.styled("div", "wide", Markup.styled("table", "checks", Markup.all(rows)));
    }

    private Markup head() {
        List<Markup> cells = new ArrayList<>(List.of(Markup.element("th", "Check"), Markup.element("th", "Weight")));
        run.iterations().forEach(iteration -> cells.add(Markup.element("th", "#" + iteration.number())));
        cells.add(Markup.element("th", "What the last answer rests on"));
        return Markup.element("tr", cells);
    }

    private Markup row(Check check) {
        List<Markup> cells = new ArrayList<>();
        cells.add(Markup.element(
                "td",
                Markup.styled("span", "kind", check.kind().label()),
                Markup.text(" " + check.question()),
                check.required() ? Markup.styled("span", "tag", "required") : Markup.NONE));
        cells.add(Markup.element("td", Integer.toString(check.weight())));
        run.iterations().forEach(iteration -> cells.add(cell(answer(iteration, check))));
        cells.add(Markup.styled("td", "faint", ground(check)));
        return Markup.element("tr", cells);
    }

    private static Markup cell(Optional<Answer> answer) {
        return answer.map(said -> Markup.styled(
                                "td", said.verdict().name().toLowerCase(Locale.ROOT), word(said.verdict()))
                        .with("title", said.evidence()))
                .orElseGet(() -> Markup.styled("td", "faint", "\u2013"));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case YES -> "yes";
            case NO -> "no";
            case UNSURE -> "unsure";
        };
    }

    /** Whether that was measured, seen by a model, or not known. */
    private Markup ground(Check check) {
        return run.iterations().stream()
                .flatMap(iteration -> judged(iteration).stream())
                .reduce((earlier, later) -> later)
                .flatMap(judged -> answer(judged, check).map(answer -> ground(judged, answer)))
                .orElse(Markup.NONE);
    }

    private static Markup ground(Judged judged, Answer answer) {
        String by = answer.verdict() == Verdict.UNSURE
                ? "unsure"
                : judged.critic().equals(MEASURING) ? "measured" : "seen by " + judged.critic();
        return Markup.all(Markup.styled("span", "tag", by), Markup.text(" " + answer.evidence()));
    }

    private static Optional<Answer> answer(Iteration iteration, Check check) {
        return judged(iteration).flatMap(judged -> answer(judged, check));
    }

    private static Optional<Answer> answer(Judged judged, Check check) {
        return judged.evaluation().answers().stream()
                .filter(answer -> answer.check().equals(check.id()))
                .findFirst();
    }

    /** The judgement on the best image of an iteration. */
    static Optional<Judged> judged(Iteration iteration) {
        VersionId winner = iteration.winner();
        return winner == null ? Optional.empty() : iteration.judged(winner);
    }
}
