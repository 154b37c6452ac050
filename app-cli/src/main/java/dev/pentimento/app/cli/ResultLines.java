package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.document.MaskDocument;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ShowJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a job made, for people. */
final class ResultLines {
    private final Paint paint;

    ResultLines(Paint paint) {
        this.paint = paint;
    }

    List<String> of(ShowJob.Details details, JobState.Completed completed, List<Located> versions) {
        List<String> lines = new ArrayList<>();
        versions.forEach(version -> lines.addAll(version(version)));
        lines.addAll(report(completed.report(), details));
        lines.add(fact("concept", details.job().concept().toString()));
        return lines;
    }

    /** What to do next. */
    Optional<String> hint(List<Located> versions) {
        return versions.stream()
                .findFirst()
                .map(version -> paint.faint("Refine it again: pentimento refine %s \"...\""
                        .formatted(version.details().label())));
    }

    private List<String> version(Located located) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(located));
        if (!located.version().parents().isEmpty()) {
            lines.add(fact("from", parents(located)));
        }
        MaskDocument.check(located.version()).map(this::mask).ifPresent(text -> lines.add(fact("mask", text)));
        return lines;
    }

    /** {@code A1 v2  640x480  /home/me/.../picture.png}. */
    String headline(Located located) {
        String place = located.path().map(Path::toString).orElse("kept in the home; write it to a file with -o");
        return "%s %s  %s  %s"
                .formatted(
                        paint.strong(located.details().label()),
                        paint.accent(located.details().badge()),
                        located.version().image().size(),
                        place);
    }

    /** What became of a file, where that is worth a line. */
    List<String> arrival(ImportImages.Arrived arrived, Located located) {
        return FileWords.of(arrived, located).stream()
                .map(words -> fact("file", words))
                .toList();
    }

    static String parents(Located located) {
        Lineage lineage = located.details().lineage();
        return located.version().parents().stream().map(lineage::label).collect(Collectors.joining(", with "));
    }

    String mask(MaskCheck check) {
        String outside = check.isExact()
                ? paint.good("outside the mask nothing changed") + " (max difference 0)"
                : paint.bad(
                        "outside the mask pixels changed (max difference %d)".formatted(check.maxDifferenceOutside()));
        String inside = check.changedNothing()
                ? paint.warning("inside it nothing changed either: say more, or raise --strength")
                : Words.oneDecimal(check.changedInsidePercent()) + " % inside changed";
        return outside + "; " + inside;
    }

    private List<String> report(ProviderReport report, ShowJob.Details details) {
        List<String> lines = new ArrayList<>();
        String duration =
                details.job().duration().map(time -> ", " + seconds(time)).orElse("");
        lines.add(fact(
                "made by", "%s / %s%s".formatted(Words.line(report.provider()), Words.line(report.model()), duration)));
        lines.add(fact("cost", cost(report.cost()) + expected(details.history().estimate())));
        if (!report.notUnderstood().isEmpty()) {
            lines.add(paint.warning("Not understood: " + Words.line(String.join(", ", report.notUnderstood()))));
        }
        return lines;
    }

    /** Nothing where it was known to be free. */
    private static String expected(Cost estimate) {
        return estimate.microUsd().orElse(0) == 0
                ? ""
                : "; expected " + Words.dollars(estimate.microUsd().getAsLong());
    }

    /** What is missing, where something is. */
    Optional<String> warning(Shortfall shortfall) {
        return shortfall.words().map(Words::line).map(paint::warning);
    }

    static String seconds(Duration time) {
        return Words.oneDecimal(time.toMillis() / 1000.0) + " s";
    }

    static String cost(Cost cost) {
        if (cost.microUsd().isEmpty()) {
            return "unknown";
        }
        long amount = cost.microUsd().getAsLong();
        return amount == 0
                ? "free"
                : "%s (%s)".formatted(Words.dollars(amount), cost.basis().name().toLowerCase(Locale.ROOT));
    }

    String fact(String name, String value) {
        return "  " + paint.faint("%-10s".formatted(name)) + " " + value;
    }
}
