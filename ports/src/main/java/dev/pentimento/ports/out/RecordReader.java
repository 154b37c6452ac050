package dev.pentimento.ports.out;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.domain.submission.KeyedSubmission;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be asked of the records within a transaction; not to be used after it. */
public interface RecordReader extends RunReader {

    Optional<Concept> concept(ConceptId id);

    /** Newest first. */
    List<Concept> concepts(UserId owner);

    /** A page of the owner's concepts that have a version, newest first. */
    List<Concept> conceptsWithVersions(UserId owner, Page page);

    /** A page of the owner's concepts that stand there and have a version, or a job that was not forgotten; newest first. */
    List<Concept> concepts(UserId owner, Set<RunStatus> statuses, Page page);

    /** How many there are on all pages of {@link #concepts(UserId, Set, Page)}. */
    int conceptCount(UserId owner, Set<RunStatus> statuses);

    /** Of everybody, in the order in which they were added. */
    List<ConceptId> allConcepts();

    /** The owner's concept that gained a version or a job last, of those that have a version. */
    Optional<Concept> lastWorkedOn(UserId owner);

    Optional<Version> version(VersionId id);

    /** In creation order: the order in which they were added. */
    List<Version> versions(ConceptId concept);

    /** The owner's versions whose image, or whose imported file, has this digest; newest first. */
    List<Version> versionsHolding(UserId owner, ImageDigest digest);

    /** The owner's versions whose id begins with {@code prefix} (lower case, with hyphens); newest first. */
    List<Version> versionsStartingWith(UserId owner, String prefix);

    /** Those of {@code ids} that are recorded, whoever owns them, in any order. */
    List<Version> versionsNamed(Collection<VersionId> ids);

    Optional<Job> job(JobId id);

    /** Those of {@code ids} that are recorded, whoever owns them, in any order. */
    List<Job> jobsNamed(Collection<JobId> ids);

    /** In the order in which they were added. */
    List<Job> jobs(ConceptId concept);

    /** The owner's newest jobs, newest first, without those that were forgotten. */
    default List<Job> latestJobs(UserId owner, int limit) {
        return latestJobs(owner, EnumSet.allOf(WorkKind.class), EnumSet.allOf(JobStatus.class), limit);
    }

    /** As {@link #latestJobs(UserId, int)}, of those that are of one of these kinds and have one of these statuses. */
    List<Job> latestJobs(UserId owner, Set<WorkKind> kinds, Set<JobStatus> statuses, int limit);

    /** Whether the job's owner wants to see no more of it; it is still recorded. */
    boolean isForgotten(JobId job);

    /** The owner's jobs whose id begins with {@code prefix} (lower case, with hyphens), without those that were forgotten; newest first. */
    List<Job> jobsStartingWith(UserId owner, String prefix);

    /** How many jobs of all owners have each status that any has. */
    Map<JobStatus, Long> jobsByStatus();

    /** Whether at least so many jobs of all owners, one or more, are pending. */
    boolean areWaiting(int jobs);

    /** The place of an open job; empty for others, and for an open job that was never given one. */
    Optional<Ticket> ticket(JobId job);

    /** Whether the job is under way in this attempt, and its ticket is held by this holder, however long the lease still lasts. */
    boolean isHeld(JobId job, int attempt, String holder);

    /** Whether the batch names this holder, and nobody else has led the task since the holder did, however long that lease still lasts. */
    boolean isInHand(BatchId batch, String task, String holder);

    /** Of every open job, whoever owns it, in the order of adding tickets. */
    List<Ticket> tickets();

    /** Of the owner's open jobs of a kind, in the order of adding tickets. */
    List<Ticket> tickets(UserId owner, WorkKind kind);

    /**
     * The turn of a job of a priority that the owner adds now, from 1: one more than the highest of the owner's open jobs of that priority and of
     * everybody's jobs of it that were ever begun. So users take turns, and nobody catches up on what was not asked for.
     */
    long nextTurn(UserId owner, Priority priority);

    Optional<ProviderCall> call(CallId id);

    /** In the order of adding. */
    List<ProviderCall> calls(JobId job);

    /** For all jobs of the owner, in the order of adding. */
    List<ProviderCall> calls(UserId owner);

    /** The calls that are still under way, whoever owns them, in the order of adding. */
    List<ProviderCall> openCalls();

    /**
     * What {@link ProviderCall#booked} comes to for the job, for the owner in the month, and for everybody on the day of {@code moment}. A call counts
     * in the month and on the day it was planned, in UTC, however long it takes.
     */
    Budget.Booked booked(JobId job, UserId owner, Instant moment);

    /** What a provider answered that was no image, as far as it was kept. */
    Optional<byte[]> answer(CallId call);

    /** What was replied to a question; empty if nothing was kept for the call. */
    Optional<Reply> reply(CallId call);

    /** Up to {@code limit} events of a job whose number of the job is greater than {@code after}, in order. */
    List<RecordedEvent> events(JobId job, long after, int limit);

    /** Up to {@code limit} events of a concept whose number of the concept is greater than {@code after}, in order. */
    List<RecordedEvent> events(ConceptId concept, long after, int limit);

    /** The event of a job that has the highest number; empty if nothing has happened to it yet. */
    Optional<RecordedEvent> lastEvent(JobId job);

    /** What the owner's submission of this key was; empty if the key is free. */
    Optional<KeyedSubmission> submitted(UserId owner, String key);

    /** In the order of adding. */
    List<GrantedKey> grantedKeys();

    /** The key of this hash, be it revoked. */
    Optional<GrantedKey> grantedKey(String hash);

    /** How much of a quota is taken: reserved or used for good. */
    int used(Quota quota);
}
