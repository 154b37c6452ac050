package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.document.MaskDocument;
import dev.pentimento.app.cli.document.OriginNames;
import dev.pentimento.app.cli.document.ShownDocument;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.ports.in.ShowVersion;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One version with everything that made it, for people. */
final class ShownLines {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final ShowVersion.Details details;
    private final Version version;
    private final ZoneId zone;
    private final ResultLines result;
    private final Facts facts;

    ShownLines(ShowVersion.Details details, Paint paint, ZoneId zone) {
        this.details = details;
        this.version = details.version();
        this.zone = zone;
        this.result = new ResultLines(paint);
        this.facts = new Facts(result);
    }

    List<String> lines() {
        facts.addLine(result.headline(Located.inVault(details)));
        addImage();
        addOrigin();
        details.job().ifPresent(this::addJob);
        return facts.lines();
    }

    private void addImage() {
        facts.add("version", version.id().toString());
        facts.add("concept", details.concept().id().toString());
        facts.add("sha256", version.image().digest().hex());
        facts.add(
                "format",
                "%s, %d bytes"
                        .formatted(
                                version.image().mediaType().mime(),
                                version.image().length()));
        facts.add("created", TIME.format(version.createdAt().atZone(zone)));
        facts.add("from", labels(version.parents()));
        facts.add(
                "led to",
                labels(details.lineage().children(version.id()).stream()
                        .map(Version::id)
                        .toList()));
    }

    private void addOrigin() {
        facts.add("origin", OriginNames.of(version.origin()));
        facts.add(
                "source", details.sourceType().get().map(DigitalSourceType::uri).orElse(""));
        facts.add("file", ShownDocument.fileName(version.origin()).orElse(""));
        facts.add("fetched", ShownDocument.sourceUrl(version.origin()).orElse(""));
        ShownDocument.palette(version.origin())
                .ifPresent(palette -> facts.add("palette", palette.name() + " " + String.join(" ", palette.colors())));
        MaskDocument.check(version).ifPresent(check -> facts.addPainted("checked", result.mask(check)));
    }

    private void addJob(Job job) {
        facts.add("job", job.id().toString());
        new WorkFacts(facts).add(job.work());
        job.completed().map(JobState.Completed::report).ifPresent(this::addReport);
        job.duration().ifPresent(time -> facts.add("took", ResultLines.seconds(time)));
    }

    private void addReport(ProviderReport report) {
        facts.add("made by", report.provider() + " / " + report.model());
        facts.add("sent", report.promptSent());
        facts.add("missed", String.join(", ", report.notUnderstood()));
        report.treatments().stream()
                .filter(treatment -> treatment.means() != Means.NATIVE)
                .forEach(treatment -> facts.add(
                        treatment.means() == Means.EMULATED ? "for it" : "left out",
                        "%s: it %s".formatted(treatment.wish().label(), treatment.how())));
        facts.add("cost", ResultLines.cost(report.cost()));
    }

    private String labels(List<VersionId> ids) {
        return ids.stream().map(details.lineage()::label).collect(Collectors.joining(", "));
    }
}
