package dev.pentimento.domain.job;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work on a concept, and how far it has come. Each step returns the job's next state.
 *
 * @param attempt how often it was started
 * @param startedAt of the last attempt; null before the first
 * @param endedAt null until it is final
 */
public record Job(
        JobId id,
        UserId owner,
        ConceptId concept,
        Work work,
        ProviderChoice provider,
        JobState state,
        int attempt,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public static Job submit(
            JobId id, UserId owner, ConceptId concept, Work work, ProviderChoice provider, Instant now) {
        return new Job(id, owner, concept, work, provider, new JobState.Pending(), 0, now, null, null);
    }

    public JobStatus status() {
        return state.status();
    }

    /** Whether it is the same job, at whatever point of its way. */
    public boolean isSameAs(Job other) {
        return id.equals(other.id)
                && owner.equals(other.owner)
                && concept.equals(other.concept)
                && work.equals(other.work)
                && createdAt.equals(other.createdAt);
    }

    public boolean isFinal() {
        return status().isFinal();
    }

    public Job start(Instant now) {
        Job next = become(new JobState.Processing(), null);
        return new Job(next.id, owner, concept, work, provider, next.state, attempt + 1, createdAt, now, next.endedAt);
    }

    public Job complete(List<VersionId> versions, ProviderReport report, Instant now) {
        return become(new JobState.Completed(versions, report), now);
    }

    public Job fail(FailureCode code, String message, Instant now) {
        return become(new JobState.Failed(code, message), now);
    }

    public Job cancel(Instant now) {
        return become(new JobState.Canceled(), now);
    }

    /** Back to waiting, after its worker was lost or gave it back. */
    public Job requeue() {
        if (isFinal()) {
            throw new IllegalTransitionException(id, status(), JobStatus.PENDING);
        }
        return become(new JobState.Pending(), null);
    }

    /** Back to waiting, for another provider. */
    public Job handOn(String next) {
        ProviderChoice other = new ProviderChoice(next, null);
        Job waiting = requeue();
        return new Job(id, owner, concept, work, other, waiting.state, attempt, createdAt, startedAt, waiting.endedAt);
    }

    /** Back to waiting, because the user asks for a failed or cancelled job once more. */
    public Job retry() {
        if (!isFinal()) {
            throw new IllegalTransitionException(id, status(), JobStatus.PENDING);
        }
        return become(new JobState.Pending(), null);
    }

    /** From the last start to the end; empty while open or when it never started. */
    public Optional<Duration> duration() {
        return startedAt == null || endedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt));
    }

    /** What it made; empty unless it completed. */
    public Optional<JobState.Completed> completed() {
        return state instanceof JobState.Completed done ? Optional.of(done) : Optional.empty();
    }

    /** Why it failed; empty unless it did. */
    public Optional<JobState.Failed> failed() {
        return state instanceof JobState.Failed failure ? Optional.of(failure) : Optional.empty();
    }

    private Job become(JobState next, @Nullable Instant end) {
        if (!status().mayBecome(next.status())) {
            throw new IllegalTransitionException(id, status(), next.status());
        }
        return new Job(id, owner, concept, work, provider, next, attempt, createdAt, startedAt, end);
    }
}
