package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.ports.in.ReportJobs.Report;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes jobs as tasks. */
record TaskDocuments(Images images) {

    TaskDocument of(Report report) {
        return of(report, TaskWords.now(report));
    }

    TaskDocument of(Report report, String message) {
        Job job = report.job();
        Optional<Version> result = report.made().stream().findFirst();
        Optional<JobState.Failed> failed = job.failed();
        return new TaskDocument(
                job.id().toString(),
                job.id().toString(),
                job.status().label(),
                TaskWords.type(job.work().kind()),
                message,
                Timestamps.of(job.createdAt()),
                Timestamps.of(report.lastEvent().map(event -> event.at()).orElse(job.createdAt())),
                Timestamps.ofNullable(job.startedAt()),
                Timestamps.ofNullable(job.endedAt()),
                metadata(report),
                result.map(version -> version.id().toString()).orElse(null),
                result.map(version -> result(version, report)).orElse(null),
                result.map(images::url).orElse(null),
                failed.map(JobState.Failed::message).orElse(null),
                failed.map(failure -> failure.code().label()).orElse(null),
                progress(report),
                report.lastEvent()
                        .map(event -> event.event().stage())
                        .filter(stage -> !stage.isEmpty())
                        .orElse(null),
                job.attempt(),
                price(report.cost()));
    }

    private static double progress(Report report) {
        return report.job().completed().isPresent()
                ? 1
                : report.lastEvent().map(event -> event.event().progress()).orElse(0.0);
    }

    static TaskDocument.Price price(Cost cost) {
        return new TaskDocument.Price(
                cost.microUsd().isPresent() ? (Long) cost.microUsd().getAsLong() : null,
                cost.basis().name().toLowerCase(Locale.ROOT));
    }

    private TaskDocument.Result result(Version version, Report report) {
        return new TaskDocument.Result(
                version.concept().toString(),
                version.id().toString(),
                images.url(version),
                Images.path(version),
                prompt(report.job()).orElse(null),
                original(report),
                images.variations(version.id(), report.made().stream()));
    }

    private @Nullable String original(Report report) {
        return report.base().map(images::originalUrl).orElse(null);
    }

    static Optional<String> prompt(Job job) {
        return job.work()
                .match(refine -> Optional.of(refine.refinement().instruction().text()), generate -> Optional.empty());
    }

    private TaskDocument.Metadata metadata(Report report) {
        Job job = report.job();
        return job.work().match(refine -> ofRefinement(refine, report), generate -> ofGeneration(generate, report));
    }

    private TaskDocument.Metadata ofRefinement(Work.RefineVersion work, Report report) {
        return new TaskDocument.Metadata(
                original(report),
                work.refinement().instruction().text(),
                textOrNull(work.brief().logo()),
                textOrNull(work.brief().theme()),
                work.knobs().preserve().stream().map(PreserveAspect::label).toList(),
                work.knobs().strength().value(),
                null,
                report.job().provider().name(),
                report.job().concept().toString());
    }

    private static TaskDocument.Metadata ofGeneration(Work.GenerateOriginals work, Report report) {
        return new TaskDocument.Metadata(
                null,
                null,
                textOrNull(report.concept().brief().logo()),
                textOrNull(report.concept().brief().theme()),
                List.of(),
                null,
                work.palettes(),
                report.job().provider().name(),
                report.job().concept().toString());
    }

    static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
