package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.IdempotencyKey;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.adapters.web.limits.RateLimits;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.in.RefineImage.Accepted;
import dev.pentimento.ports.in.RefineImage.AlreadyActive;
import dev.pentimento.ports.in.RefineImage.KeyTaken;
import dev.pentimento.ports.in.RefineImage.QueueFull;
import dev.pentimento.ports.in.RefineImage.QuotaExhausted;
import dev.pentimento.ports.in.RefineImage.Rejected;
import dev.pentimento.ports.in.RefineImage.Replayed;
import dev.pentimento.ports.in.RefineImage.Submission;

/** What is answered to somebody who submits a task. */
final class Submissions {
    private static final int CONFLICT = 409;

    private final Tasks tasks;
    private final RateLimits limits;

    Submissions(Tasks tasks, RateLimits limits) {
        this.tasks = tasks;
        this.limits = limits;
    }

    Answer answer(Submission submission, Call call) {
        if (submission instanceof Accepted accepted) {
            return created(accepted.accepted(), call);
        }
        if (submission instanceof Replayed replayed) {
            return replayed(replayed.before(), call);
        }
        if (submission instanceof AlreadyActive active) {
            return conflict(active.running(), call);
        }
        if (submission instanceof QuotaExhausted exhausted) {
            return limits.exhausted(exhausted, call.user());
        }
        if (submission instanceof QueueFull) {
            return Problems.queueFull().answer();
        }
        if (submission instanceof KeyTaken taken) {
            return IdempotencyKey.taken(taken.key()).answer();
        }
        return rejected((Rejected) submission).answer();
    }

    private Answer created(Job job, Call call) {
        TaskDocument task =
                tasks.document(job.id(), TaskWords.created(job.work().kind()), call);
        return Answer.of(Answer.ACCEPTED, task)
                .with("Location", "/api/tasks/" + job.id())
                .with("Retry-After", Tasks.PAUSE);
    }

    private Answer replayed(Job job, Call call) {
        return job.isFinal()
                ? IdempotencyKey.replay(Answer.OK, Answer.ok(tasks.document(job.id(), call)))
                : IdempotencyKey.replay(Answer.ACCEPTED, created(job, call));
    }

    /** The running task, and the members by which programs know a problem. */
    private Answer conflict(Job running, Call call) {
        WorkKind kind = running.work().kind();
        var body = Json.tree(tasks.document(running.id(), TaskWords.inProgress(kind), call));
        body.put("detail", TaskWords.inProgress(kind));
        body.put("code", FailureCode.ALREADY_ACTIVE.label());
        return Answer.of(CONFLICT, body)
                .with("Location", "/api/tasks/" + running.id())
                .with("Retry-After", Tasks.PAUSE);
    }

    private static Problem rejected(Rejected rejected) {
        return Fields.problem("request", String.join("; ", rejected.reasons()));
    }
}
