package dev.pentimento.app.cli.report;

import static dev.pentimento.app.cli.terminal.Words.minute;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.Simulation;
import dev.pentimento.ports.in.ShowBatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A batch as one page of HTML. It needs nothing from elsewhere but the image files beside it, runs no script, and takes nobody's words for markup.
 */
public final class ReportPage {
    private final ShowBatch.Details details;
    private final ImageFiles files;

    public ReportPage(ShowBatch.Details details, ImageFiles files) {
        this.details = details;
        this.files = files;
    }

    public String html() {
        Markup head = Markup.element(
                "head",
                Markup.element("meta").with("charset", "utf-8"),
                Markup.element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Markup.element("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'"),
                Markup.element("title", "Pentimento batch " + details.batch().id()),
                Markup.css(style()));
        return "<!DOCTYPE html>\n"
                + Markup.element("html", head, Markup.element("body", body()))
                        .with("lang", "en")
                        .html()
                + "\n";
    }

    private List<Markup> body() {
        List<Markup> parts = new ArrayList<>();
        parts.add(Markup.element("h1", "Batch " + details.batch().id()));
        parts.add(Markup.styled("p", "faint", rules()));
        parts.add(Markup.styled("p", "faint", cast()));
        parts.add(simulated());
        parts.add(Markup.styled("div", "pair", overview(), mean().svg()));
        details.runs()
                .forEach(shown ->
                        parts.add(new RunSection(shown, details.batch().rules().target(), files).markup()));
        parts.add(mishaps());
        return parts;
    }

    private String rules() {
        return "Begun %s \u00b7 %d prompts \u00b7 up to %d iterations of %d images \u00b7 target %s \u00b7 %s"
                .formatted(
                        minute(details.batch().createdAt()),
                        details.runs().size(),
                        details.batch().rules().maxIterations(),
                        details.batch().rules().variants(),
                        Words.score(details.batch().rules().target()),
                        Words.cost(details.runs().stream()
                                .map(ShowBatch.Shown::cost)
                                .reduce(Cost.free(), Cost::plus)));
    }

    private String cast() {
        return "Images by %s \u00b7 judged by %s \u00b7 written by %s"
                .formatted(names(makers()), names(critics()), names(writers()));
    }

    private static String names(Set<String> names) {
        return names.isEmpty() ? "nobody" : String.join(", ", names);
    }

    private Set<String> makers() {
        return sorted(details.runs().stream()
                .flatMap(shown -> shown.jobs().stream())
                .map(job -> String.valueOf(job.provider().name())));
    }

    private Set<String> critics() {
        return sorted(runs().flatMap(run -> run.iterations().stream())
                .flatMap(iteration -> CheckTable.judged(iteration).stream())
                .map(Judged::critic));
    }

    private Set<String> writers() {
        return sorted(runs().flatMap(run -> run.iterations().stream())
                .flatMap(iteration -> Stream.ofNullable(iteration.proposal()))
                .map(Proposal::writer));
    }

    private static Set<String> sorted(Stream<String> names) {
        Set<String> sorted = new TreeSet<>();
        names.forEach(sorted::add);
        return sorted;
    }

    /** As the figures of {@code pentimento report} say it. */
    private Markup simulated() {
        Simulation simulation = details.runs().stream()
                .map(shown -> Simulation.of(shown.jobs()))
                .reduce(Simulation.NONE, Simulation::plus);
        if (simulation.simulated() == 0) {
            return Markup.NONE;
        }
        String which = simulation.isAll()
                ? "Simulated: no trained model made these images."
                : "Simulated in part: no trained model made the images of %d prompts."
                        .formatted(simulation.simulated());
        return Markup.styled(
                "p", "note", which + " They show that the loop works, and say nothing of how models would do.");
    }

    private Stream<Run> runs() {
        return details.runs().stream().map(ShowBatch.Shown::run);
    }

    private Markup overview() {
        List<Markup> rows = new ArrayList<>();
        rows.add(Markup.element(
                "tr",
                Stream.of("Prompt", "End", "First", "Best", "Iterations", "Cost")
                        .map(name -> Markup.element("th", name))
                        .toList()));
        details.runs().forEach(shown -> rows.add(row(shown)));
        return Markup.styled("div", "wide", Markup.element("table", rows));
    }

    private static Markup row(ShowBatch.Shown shown) {
        Run run = shown.run();
        List<Double> scores = RunSection.scores(run);
        double best =
                run.bestJudgement().map(judged -> judged.score().overall()).orElse(-1.0);
        return Markup.element(
                "tr",
                Markup.element("td", Markup.element("a", run.item().id()).with("href", "#" + RunSection.anchor(run))),
                Markup.element("td", Words.ending(run)),
                Markup.element("td", Words.score(scores.isEmpty() ? -1 : scores.get(0))),
                Markup.element("td", Markup.element("b", Words.score(best))),
                Markup.element("td", Integer.toString(scores.size())),
                Markup.element("td", Words.cost(shown.cost())));
    }

    /** A run that is over stays at its best. */
    private ScoreCurve mean() {
        List<List<Double>> best = runs().map(RunSection::bestSoFar)
                .filter(scores -> !scores.isEmpty())
                .toList();
        int longest = best.stream().mapToInt(List::size).max().orElse(0);
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            int at = i;
            means.add(best.stream()
                    .mapToDouble(scores -> scores.get(Math.min(at, scores.size() - 1)))
                    .filter(score -> score >= 0)
                    .average()
                    .orElse(-1));
        }
        return new ScoreCurve(
                "Mean of the best so far over all prompts",
                means,
                means,
                details.batch().rules().target());
    }

    private Markup mishaps() {
        if (details.mishaps().isEmpty()) {
            return Markup.NONE;
        }
        return Markup.all(
                Markup.element("h2", "What went wrong"),
                Markup.element(
                        "ul",
                        details.mishaps().stream()
                                .map(ReportPage::line)
                                .map(line -> Markup.element("li", line))
                                .toList()));
    }

    private static String line(Mishap mishap) {
        return "%s, iteration %d: %s".formatted(mishap.item(), mishap.iteration(), mishap.message());
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's jar lacks report.css", e);
        }
    }
}
