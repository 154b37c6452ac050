package dev.pentimento.app.cli.report;

import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.loop.Comparison;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.ports.in.ShowBatch.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One iteration of a run: its prompt, its images, what was said of the best of them, and what was proposed next. */
final class RoundSection {
    private final Shown shown;
    private final Iteration iteration;
    private final ImageFiles files;

    RoundSection(Shown shown, Iteration iteration, ImageFiles files) {
        this.shown = shown;
        this.iteration = iteration;
        this.files = files;
    }

    Markup markup() {
        return Markup.styled(
                "section",
                "round",
                Markup.element("h4", heading()),
                Markup.styled("pre", "prompt", prompt()),
                Markup.styled("div", "images", images()),
                said(),
                proposal());
    }

    private String heading() {
        return "Iteration %d \u00b7 %s by %s"
                .formatted(
                        iteration.number(),
                        way(),
                        String.valueOf(job().provider().name()));
    }

    private Job job() {
        return shown.jobs().get(iteration.number() - 1);
    }

    private String way() {
        return switch (iteration.way()) {
            case ORIGINAL -> "made from the original words";
            case EDIT_IMAGE -> "edited " + label(iteration.base());
            case RESAMPLE -> "made anew";
            case REWRITE_PROMPT -> "made anew from other words";
        };
    }

    private String label(@Nullable VersionId version) {
        return version == null ? "an image" : shown.labels().getOrDefault(version, "an image");
    }

    private Markup prompt() {
        return iteration.number() == 1
                ? Markup.text(iteration.prompt())
                : WordDiff.of(
                        shown.run().iterations().get(iteration.number() - 2).prompt(), iteration.prompt());
    }

    private Markup images() {
        List<Markup> figures = new ArrayList<>();
        List<VersionId> versions = shown.images(iteration.number());
        for (int i = 0; i < versions.size(); i++) {
            figures.add(figure(versions.get(i), i + 1));
        }
        return figures.isEmpty() ? Markup.styled("p", "faint", "No images were made.") : Markup.all(figures);
    }

    private Markup figure(VersionId version, int variant) {
        String path = files.path(
                shown.run().item().id(),
                iteration.number(),
                variant,
                job().work().images());
        String label = label(version);
        Markup picture = path.isEmpty()
                ? Markup.styled("div", "missing", "no file")
                : Markup.element("img")
                        .with("src", path)
                        .with("loading", "lazy")
                        .with("alt", "%s, iteration %d, variant %d".formatted(label, iteration.number(), variant));
        return Markup.styled(
                "figure",
                version.equals(iteration.winner()) ? "winner" : "other",
                path.isEmpty() ? picture : Markup.element("a", picture).with("href", path),
                Markup.element("figcaption", Markup.text(label + " \u00b7 " + verdict(version)), marks(version)));
    }

    private String verdict(VersionId version) {
        return iteration
                .assessment(version)
                .map(assessment -> assessment.match(
                        judged -> Words.score(judged.score().overall()),
                        unjudged -> "not judged: " + unjudged.message()))
                .orElse("not judged");
    }

    private Markup marks(VersionId version) {
        List<Markup> marks = new ArrayList<>();
        if (version.equals(iteration.winner())) {
            marks.add(Markup.styled("span", "tag", "best of this iteration"));
        }
        if (version.equals(shown.run().best().orElse(null))) {
            marks.add(Markup.styled("span", "tag good", "best of all"));
        }
        return Markup.all(marks);
    }

    private Markup said() {
        Optional<Judged> judged = CheckTable.judged(iteration);
        return judged.map(found -> Markup.element(
                        "details",
                        Markup.element(
                                "summary",
                                "What %s says of the best: adherence %s, quality %s"
                                        .formatted(
                                                found.critic(),
                                                Words.score(found.score().adherence()),
                                                Words.score(found.score().quality()))),
                        Markup.element("p", found.evaluation().description()),
                        criteria(found),
                        list(Stream.concat(
                                found.evaluation().issues().stream().map(RoundSection::issue),
                                iteration.comparisons().stream().map(this::comparison)))))
                .orElse(Markup.NONE);
    }

    private static Markup criteria(Assessment.Judged judged) {
        return Markup.element(
                "p",
                Markup.all(judged.evaluation().criteria().entrySet().stream()
                        .map(entry -> Markup.styled(
                                "span",
                                "mark",
                                String.format(
                                        Locale.ROOT,
                                        "%s %.1f",
                                        entry.getKey()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '),
                                        entry.getValue())))
                        .toList()));
    }

    private static String issue(Issue issue) {
        return "%s: %s".formatted(issue.severity().label(), issue.description());
    }

    private String comparison(Comparison comparison) {
        return "%s against %s: %s (%s)"
                .formatted(
                        label(comparison.first()),
                        label(comparison.second()),
                        comparison.better() == null ? "neither" : label(comparison.better()),
                        comparison.reason());
    }

    private Markup proposal() {
        Proposal proposal = iteration.proposal();
        if (proposal == null) {
            return Markup.NONE;
        }
        String objection = proposal.objection() == null
                ? ""
                : " (not used: %s)".formatted(proposal.objection().label().replace('_', ' '));
        return Markup.all(
                Markup.styled("p", "faint", "Next, in the words of %s:%s".formatted(proposal.writer(), objection)),
                list(proposal.prompt().changes().stream()));
    }

    private static Markup list(Stream<String> lines) {
        List<Markup> items = lines.map(line -> Markup.element("li", line)).toList();
        return items.isEmpty() ? Markup.NONE : Markup.element("ul", items);
    }
}
