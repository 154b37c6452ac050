package dev.pentimento.app.cli.report;

import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.ShowBatch.Shown;
import java.util.ArrayList;
import java.util.List;

/** One prompt of a batch, from its original words to its end. */
final class RunSection {
    private final Shown shown;
    private final Run run;
    private final double target;
    private final ImageFiles files;

    RunSection(Shown shown, double target, ImageFiles files) {
        this.shown = shown;
        this.run = shown.run();
        this.target = target;
        this.files = files;
    }

    /** Where the page jumps to. */
    static String anchor(Run run) {
        return "prompt-" + run.item().id();
    }

    ScoreCurve curve() {
        return new ScoreCurve("Scores of " + run.item().id(), scores(run), bestSoFar(run), target);
    }

    /** The score of what was selected in each iteration; -1 = none was judged. */
    static List<Double> scores(Run run) {
        return run.iterations().stream()
                .map(iteration -> iteration.winningScore().orElse(-1.0))
                .toList();
    }

    /** The score of what was selected among all up to each iteration; -1 = nothing yet. */
    static List<Double> bestSoFar(Run run) {
        List<Double> best = new ArrayList<>();
        double last = -1;
        for (Iteration iteration : run.iterations()) {
            last = run.bestScore(iteration).orElse(last);
            best.add(last);
        }
        return best;
    }

    Markup markup() {
        List<Markup> parts = new ArrayList<>();
        parts.add(Markup.element(
                "h3",
                Markup.text(run.item().id()),
                Markup.styled("span", "tag " + style(), Words.ending(run)),
                Markup.styled("span", "tag", Words.cost(shown.cost()))));
        parts.add(message());
        parts.add(Markup.styled("div", "pair", brief(), curve().svg()));
        parts.add(new CheckTable(run).markup());
        for (Iteration iteration : run.iterations()) {
            parts.add(new RoundSection(shown, iteration, files).markup());
        }
        return Markup.element("article", parts).with("id", anchor(run));
    }

    private String style() {
        Run.Ending ending = run.ending();
        return ending == null || ending.reason().isSuccess() ? "good" : "bad";
    }

    private Markup message() {
        Run.Ending ending = run.ending();
        return ending == null || ending.message().isEmpty() ? Markup.NONE : Markup.styled("p", "bad", ending.message());
    }

    private Markup brief() {
        Scene scene = run.item().scene();
        List<Markup> lines = new ArrayList<>();
        line(lines, "Title", scene.title());
        line(lines, "Scene", scene.scene());
        line(lines, "Mood", scene.mood());
        line(lines, "Prompt", scene.prompt());
        return Markup.element("dl", lines);
    }

    private static void line(List<Markup> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(Markup.element("dt", label));
            lines.add(Markup.element("dd", text));
        }
    }
}
