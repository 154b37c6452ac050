package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told when a job ends. */
public final class Outcomes {
    private static final String GENERATE = "generate";

    private final RunViews views;

    public Outcomes(RunViews views) {
        this.views = views;
    }

    /**
     * A job that did what it was asked for.
     *
     * @param type of the refinement; {@code generate} for the job that a run was made for
     */
    public record Completion(
            String jobId,
            String type,
            String parentRunId,
            @Nullable String parentImageId,
            @Nullable String parentImageType,
            @Nullable String parentImagePath,
            @Nullable String imagePath,
            List<String> imagePaths,
            @Nullable Double costUsd,
            @Nullable String summary,
            String createdAt) {}

    /**
     * A job that did not, or was taken back.
     *
     * @param stageName of the stage that was being worked on, and failed with the job; null if none was
     */
    public record Failure(
            String errorMessage,
            @Nullable String errorCode,
            String suggestion,
            String jobId,
            @Nullable String stageName) {}

    /** Of an event that ends a job: whether it did what it was asked for. */
    public static boolean isCompletion(JobEvent ending) {
        return ending.progress() >= 1;
    }

    public Completion completion(UserId user, RecordedEvent ending) {
        JobId id = ending.event().job();
        ConceptFolder run = views.run(user, ending.concept());
        return run.refinements().stream()
                .filter(refinement -> refinement.job().id().equals(id))
                .findFirst()
                .map(refinement -> completion(RefinementDocument.of(run, refinement)))
                .orElseGet(() -> completion(run, id, ending));
    }

    private static Completion completion(RefinementDocument refinement) {
        return new Completion(
                refinement.jobId(),
                refinement.refinementType(),
                refinement.parentRunId(),
                refinement.parentImageId(),
                refinement.parentImageType(),
                refinement.parentImagePath(),
                refinement.imagePath(),
                refinement.imagePaths(),
                refinement.costUsd(),
                refinement.refinementSummary(),
                refinement.createdAt());
    }

    private static Completion completion(ConceptFolder run, JobId id, RecordedEvent ending) {
        List<String> paths = run.places().stream()
                .filter(place ->
                        place.version().origin().madeBy().filter(id::equals).isPresent())
                .map(Place::path)
                .toList();
        return new Completion(
                id.toString(),
                GENERATE,
                run.concept().id().toString(),
                null,
                null,
                null,
                paths.stream().findFirst().orElse(null),
                paths,
                run.founding()
                        .flatMap(Job::completed)
                        .map(done -> Dollars.of(done.report().cost()))
                        .orElse(null),
                null,
                Timestamps.of(ending.at()));
    }

    /** @param stage that was being worked on; null if none was */
    public Failure failure(UserId user, RecordedEvent ending, @Nullable String stage) {
        FailureCode code = code(user, ending.event().job());
        String happened = ending.event().message();
        return new Failure(
                Advice.text(happened.isEmpty() ? "The job ended" : happened, code),
                code.label(),
                Advice.on(code),
                ending.event().job().toString(),
                stage);
    }

    /** As far as the job still stands where the event left it. */
    private FailureCode code(UserId user, JobId id) {
        try {
            Job job = views.job(user, id).job();
            return job.status() == JobStatus.CANCELED
                    ? FailureCode.CANCELED
                    : job.failed().map(failed -> failed.code()).orElse(FailureCode.INTERNAL);
        } catch (Refusal forgotten) {
            return FailureCode.INTERNAL;
        }
    }
}
