package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.RefineImage;
import java.time.Duration;
import java.time.Instant;

/** What became of a submission, for those who cannot go on without a job. */
final class Submissions {
    private Submissions() {}

    /** @throws dev.pentimento.adapters.web.http.Refusal if there is none */
    static Job accepted(RefineImage.Submission submission) {
        if (submission instanceof RefineImage.Accepted accepted) {
            return accepted.accepted();
        }
        if (submission instanceof RefineImage.AlreadyActive active) {
            throw alreadyActive(active.running()).refusal();
        }
        if (submission instanceof RefineImage.Rejected rejected) {
            throw Problem.of(422, "invalid_request", String.join("; ", rejected.reasons()))
                    .member("errors", rejected.reasons())
                    .refusal();
        }
        throw quotaExhausted((RefineImage.QuotaExhausted) submission).refusal();
    }

    private static Problem alreadyActive(Job running) {
        return Problem.of(409, "already_active", "Another job is already in progress; wait for it, or cancel it")
                .member("job_id", running.id().toString())
                .member("run_id", running.concept().toString())
                .member("job_status", RunStatus.of(running.status()).name());
    }

    private static Problem quotaExhausted(RefineImage.QuotaExhausted exhausted) {
        Instant reset = exhausted.quota().resetAt();
        long left = Math.max(1, Duration.between(Instant.now(), reset).toSeconds());
        String limit = Integer.toString(exhausted.limit());
        return Problem.of(
                        429,
                        "quota_exhausted",
                        "The %s of this month are used up; there are new ones from %s on"
                                .formatted(limit, Timestamps.of(reset)))
                .retryAfter(left)
                .with("X-RateLimit-Limit", limit)
                .with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()))
                .with("X-RateLimit-Period", "month")
                .member("limit", exhausted.limit())
                .member("current", exhausted.limit())
                .member("period", "month")
                .member("reset_after_seconds", left);
    }
}
