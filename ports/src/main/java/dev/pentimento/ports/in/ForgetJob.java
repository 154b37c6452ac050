package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;

/** Takes a job out of its owner's sight; one that is under way is cancelled first. What it made and what it cost stays recorded. */
public interface ForgetJob {

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such job, or it was forgotten before */
    void handle(Command command);

    /** Which one. */
    record Command(UserId owner, JobId job) {}
}
