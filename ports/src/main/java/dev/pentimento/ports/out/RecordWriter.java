package dev.pentimento.ports.out;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.domain.submission.SubmissionKey;
import java.time.Instant;
import java.util.List;

/** What can be done to the records within a transaction. */
public interface RecordWriter extends RecordReader, RunWriter {

    /** @throws IllegalArgumentException if its id is taken */
    void add(Concept concept);

    /** @throws IllegalArgumentException if its id is taken, or its concept or a parent in that concept is not there */
    void add(Version version);

    /** @throws IllegalArgumentException if its id is taken, or its concept is not there */
    void add(Job job);

    /** As {@link #add(Version)} one after the other, and faster. */
    void addVersions(List<Version> versions);

    /** As {@link #add(Job)} one after the other, and faster. */
    void addJobs(List<Job> jobs);

    /**
     * Replaces {@code current} by {@code next}, unless somebody else has moved the job on meanwhile. The ticket of a job that becomes final is gone with
     * this, and with it the slot; a job that is retried gets a new one by {@link #add(Ticket)}.
     *
     * @return whether the job still had the status and attempt of {@code current}
     * @throws IllegalArgumentException if {@code next} is another job
     */
    boolean replace(Job current, Job next);

    /**
     * Gives an open job its place in the queue.
     *
     * @return false, and nothing is changed, if another open job of the owner and kind has the slot
     * @throws IllegalArgumentException if the job is not recorded or final, or has a ticket
     */
    boolean add(Ticket ticket);

    /**
     * Replaces the job's ticket, unless it is gone or its lease has another holder than that of {@code current}. A ticket that has a deadline counts as
     * begun.
     *
     * @return whether it did
     * @throws IllegalArgumentException if {@code next} is another place: of another job, owner, kind, round or slot
     */
    boolean replace(Ticket current, Ticket next);

    /** @throws IllegalArgumentException if its id is taken, or its job is not there */
    void add(ProviderCall call);

    /**
     * Gives the call the state of {@code next}, unless somebody else has moved it on meanwhile.
     *
     * @return whether the call still had the status of {@code current}
     * @throws IllegalArgumentException if {@code next} is another call
     */
    boolean replace(ProviderCall current, ProviderCall next);

    /**
     * Keeps what a provider answered that was no image, instead of what was kept before; the first {@value #MAX_ANSWER} bytes of it.
     *
     * @throws IllegalArgumentException if the call is not recorded
     */
    void keepAnswer(CallId call, byte[] answer);

    /**
     * Keeps what was replied to a question, instead of whatever was kept of the call before.
     *
     * @throws IllegalArgumentException if the call is not recorded
     */
    void keep(CallId call, Reply reply);

    /**
     * Adds events, in this order, behind all others of their jobs and of their concepts.
     *
     * @return them, in the same order
     * @throws IllegalArgumentException if a job is not recorded
     */
    List<RecordedEvent> append(List<JobEvent> events, Instant at);

    /** {@link #append(List, Instant)} of a single one. */
    default RecordedEvent append(JobEvent event, Instant at) {
        return append(List.of(event), at).get(0);
    }

    /**
     * Takes one from a quota for a job, unless {@code limit} are taken. A job has one share at a time, of whichever quota gave it first: asking again
     * changes nothing. The job need not be recorded yet.
     *
     * @return whether the job has a share
     */
    boolean reserve(Quota quota, JobId job, int limit);

    /**
     * Its owner sees no more of the job, and the key of its submission is free again; what it made and cost stays. To be done with final jobs.
     *
     * @throws IllegalArgumentException if the job is not recorded
     */
    void forget(JobId job);

    /**
     * From now on the owner's key stands for this.
     *
     * @throws IllegalArgumentException if the key is taken, or what was made is not recorded
     */
    void keep(UserId owner, SubmissionKey key, Creation made);

    /** @throws IllegalArgumentException if its name or its hash is taken */
    void add(GrantedKey key);

    /** Gives the key of this name the moment of its end; false if there is none. */
    boolean replace(GrantedKey key);

    /** The job's share of its quota is used for good. */
    void settleQuota(JobId job);

    /** The job gives its share back, unless that is settled or was given back before. */
    void releaseQuota(JobId job);

    /**
     * Makes the lease's holder the one who does a task for all processes, unless somebody else's lease is not over at {@code now}; to the millisecond.
     *
     * @return whether the holder has it
     */
    boolean lead(String task, Lease lease, Instant now);

    /** The most bytes of an unusable answer that are kept. */
    int MAX_ANSWER = 1 << 20;
}
