package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.IdempotencyKey;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.adapters.web.limits.RateLimits;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.RefineImage.Accepted;
import dev.pentimento.ports.in.RefineImage.AlreadyActive;
import dev.pentimento.ports.in.RefineImage.KeyTaken;
import dev.pentimento.ports.in.RefineImage.QueueFull;
import dev.pentimento.ports.in.RefineImage.QuotaExhausted;
import dev.pentimento.ports.in.RefineImage.Rejected;
import dev.pentimento.ports.in.RefineImage.Replayed;
import dev.pentimento.ports.in.RefineImage.Submission;
import java.util.function.Function;

/** What is answered to somebody who submits a job. */
final class Submissions {
    private static final String PAUSE = "2";

    private final RateLimits limits;

    Submissions(RateLimits limits) {
        this.limits = limits;
    }

    /** @param created tells of the job that came of it, now or when it was submitted before */
    Answer answer(Submission submission, UserId user, Function<Job, Answer> created) {
        if (submission instanceof Accepted accepted) {
            return created.apply(accepted.accepted());
        }
        if (submission instanceof Replayed replayed) {
            return IdempotencyKey.replay(Answer.OK, created.apply(replayed.before()));
        }
        if (submission instanceof AlreadyActive active) {
            return alreadyActive(active.running()).answer();
        }
        if (submission instanceof QuotaExhausted exhausted) {
            return limits.exhausted(exhausted, user);
        }
        if (submission instanceof QueueFull) {
            return Problems.queueFull().answer();
        }
        if (submission instanceof KeyTaken taken) {
            return IdempotencyKey.taken(taken.key()).answer();
        }
        return rejected((Rejected) submission).answer();
    }

    private static Problem alreadyActive(Job running) {
        return Problem.of(
                        409,
                        FailureCode.ALREADY_ACTIVE.label(),
                        "Another job is already in progress; wait for it, or cancel it")
                .with("Retry-After", PAUSE)
                .member("job_id", running.id().toString())
                .member("run_id", running.concept().toString())
                .member("job_status", RunStatus.of(running.status()).name());
    }

    private static Problem rejected(Rejected rejected) {
        return Fields.problem("request", String.join("; ", rejected.reasons()));
    }
}
