package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place.Shelf;
import dev.pentimento.domain.job.Job;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is told.
 *
 * @param mode {@code generate} or {@code import}
 * @param jobId the job that the run was made for; null where it began with images brought in
 */
record RunDocument(
        String runId,
        String id,
        String status,
        String mode,
        @Nullable String jobId,
        @Nullable String prompt,
        int numImages,
        int numRefinements,
        @Nullable Double costUsd,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String completedAt,
        @Nullable String errorMessage,
        @Nullable String errorCode) {

    static RunDocument of(ConceptFolder run) {
        Concept concept = run.concept();
        Optional<Job> job = run.founding();
        String prompt = concept.brief().prompt();
        return new RunDocument(
                concept.id().toString(),
                concept.id().toString(),
                run.status().name(),
                job.isPresent() ? "generate" : "import",
                job.map(found -> found.id().toString()).orElse(null),
                prompt.isEmpty() ? null : prompt,
                run.places(Shelf.ORIGINALS).size(),
                run.refinements().size(),
                Dollars.of(run.cost()),
                Timestamps.of(concept.createdAt()),
                job.map(Job::startedAt).map(Timestamps::of).orElse(null),
                completedAt(run, job),
                job.flatMap(Advice::on).orElse(null),
                job.flatMap(Advice::code).orElse(null));
    }

    private static @Nullable String completedAt(ConceptFolder run, Optional<Job> job) {
        return job.isPresent()
                ? job.map(Job::endedAt).map(Timestamps::of).orElse(null)
                : Timestamps.of(run.concept().createdAt());
    }

    /**
     * A page of runs, newest first.
     *
     * @param total on all pages
     */
    record Page(List<RunDocument> runs, int total, int page, int pageSize, int totalPages) {}
}
