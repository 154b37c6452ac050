package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.MaskNotation;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.document.MaskDocument;
import dev.pentimento.app.cli.document.OriginNames;
import dev.pentimento.app.cli.document.ShownDocument;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.ports.in.ShowVersion;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version with everything that made it, for people. */
final class ShownLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final ShowVersion.Details details;
    private final Version version;
    private final ZoneId zone;
    private final ResultLines result;
    private final List<String> lines = new ArrayList<>();

    ShownLines(ShowVersion.Details details, Paint paint, ZoneId zone) {
        this.details = details;
        this.version = details.version();
        this.zone = zone;
        this.result = new ResultLines(paint);
    }

    List<String> lines() {
        lines.add(result.headline(Located.inVault(details)));
        addImage();
        addOrigin();
        details.job().ifPresent(this::addJob);
        return lines;
    }

    private void addImage() {
        fact("version", version.id().toString());
        fact("concept", details.concept().id().toString());
        fact("sha256", version.image().digest().hex());
        fact(
                "format",
                "%s, %d bytes"
                        .formatted(
                                version.image().mediaType().mime(),
                                version.image().length()));
        fact("created", TIME.format(version.createdAt().atZone(zone)));
        fact("from", labels(version.parents()));
        fact(
                "led to",
                labels(details.lineage().children(version.id()).stream()
                        .map(Version::id)
                        .toList()));
    }

    private void addOrigin() {
        fact("origin", OriginNames.of(version.origin()));
        details.sourceType().get().ifPresent(type -> fact("source", type.uri()));
        ShownDocument.fileName(version.origin()).ifPresent(name -> fact("file", name));
        ShownDocument.sourceUrl(version.origin()).ifPresent(url -> fact("fetched", url));
        ShownDocument.palette(version.origin())
                .ifPresent(palette -> fact("palette", palette.name() + " " + String.join(" ", palette.colors())));
        MaskDocument.check(version).ifPresent(check -> lines.add(result.fact("checked", result.mask(check))));
    }

    private void addJob(Job job) {
        fact("job", job.id().toString());
        job.work().match(this::addRefinement, this::addGeneration);
        job.completed().map(JobState.Completed::report).ifPresent(this::addReport);
        job.duration().ifPresent(time -> fact("took", Words.oneDecimal(time.toMillis() / 1000.0) + " s"));
    }

    private List<String> addRefinement(Work.RefineVersion work) {
        fact("type", work.refinement().kind().label());
        fact("prompt", work.refinement().instruction().text());
        addBrief(work.brief());
        addMask(work.refinement().mask());
        addKnobs(work.knobs());
        return lines;
    }

    private void addBrief(Brief brief) {
        fact("logo", brief.logo());
        fact("theme", brief.theme());
        fact("style", String.join(", ", brief.direction().styleKeywords()));
        fact("audience", brief.direction().audience());
        fact("visual concept", brief.direction().visualConcept());
        fact("subject", brief.direction().subject());
    }

    private void addMask(@Nullable MaskSpec mask) {
        if (mask != null) {
            fact("mask", mask.shapes().stream().map(MaskNotation::write).collect(Collectors.joining(" ")));
            fact("feather", mask.feather() + " px");
        }
    }

    private void addKnobs(Knobs knobs) {
        fact("strength", Double.toString(knobs.strength().value()));
        fact("creativity", Integer.toString(knobs.creativity().level()));
        fact("preserve", knobs.preserve().stream().map(PreserveAspect::label).collect(Collectors.joining(", ")));
        fact("candidates", Integer.toString(knobs.candidates()));
        addSeed(knobs.seed());
        fact("size", knobs.keepSize() ? "kept" : "");
    }

    private List<String> addGeneration(Work.GenerateOriginals work) {
        fact("prompt", work.instruction().text());
        fact("size", work.size().toString());
        fact("variants", Integer.toString(work.variants()));
        fact("palettes", Integer.toString(work.palettes()));
        addSeed(work.seed());
        return lines;
    }

    private void addSeed(@Nullable Long seed) {
        fact("seed", seed == null ? "the provider's" : seed.toString());
    }

    private void addReport(ProviderReport report) {
        fact("made by", report.provider() + " / " + report.model());
        fact("sent", report.promptSent());
        fact("missed", String.join(", ", report.notUnderstood()));
        report.treatments().stream()
                .filter(treatment -> treatment.means() != Means.NATIVE)
                .forEach(treatment -> fact(
                        treatment.means() == Means.EMULATED ? "for it" : "left out",
                        "%s: it %s".formatted(treatment.wish().label(), treatment.how())));
        fact("cost", ResultLines.cost(report.cost()));
    }

    private String labels(List<VersionId> ids) {
        return ids.stream().map(details.lineage()::label).collect(Collectors.joining(", "));
    }

    /** What is not there is not told. */
    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(result.fact(name, Words.line(value)));
        }
    }
}
