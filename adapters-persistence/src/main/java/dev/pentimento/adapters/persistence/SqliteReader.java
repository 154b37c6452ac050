package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.evaluation.Checklist;
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
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.domain.submission.KeyedSubmission;
import dev.pentimento.ports.out.Page;
import dev.pentimento.ports.out.RecordReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be asked of the tables as one transaction sees them. */
class SqliteReader implements RecordReader {
    private final SqliteTables tables;
    private boolean ended;

    SqliteReader(SqliteTables tables) {
        this.tables = tables;
    }

    final void end() {
        ended = true;
    }

    @Override
    public Optional<Concept> concept(ConceptId id) {
        return tables().concepts().find(id);
    }

    @Override
    public List<Concept> concepts(UserId owner) {
        return tables().concepts().ownedBy(owner);
    }

    @Override
    public List<Concept> conceptsWithVersions(UserId owner, Page page) {
        return tables().concepts().withVersions(owner, page);
    }

    @Override
    public List<Concept> concepts(UserId owner, Set<RunStatus> statuses, Page page) {
        return tables().concepts().standing(owner, statuses, page);
    }

    @Override
    public int conceptCount(UserId owner, Set<RunStatus> statuses) {
        return tables().concepts().count(owner, statuses);
    }

    @Override
    public List<ConceptId> allConcepts() {
        return tables().concepts().ids();
    }

    @Override
    public Optional<Concept> lastWorkedOn(UserId owner) {
        return tables().concepts().lastWorkedOn(owner);
    }

    @Override
    public Optional<Version> version(VersionId id) {
        return tables().versions().find(id);
    }

    @Override
    public List<Version> versions(ConceptId concept) {
        return tables().versions().of(concept);
    }

    @Override
    public List<Version> versionsHolding(UserId owner, ImageDigest digest) {
        return tables().versions().holding(owner, digest);
    }

    @Override
    public List<Version> versionsStartingWith(UserId owner, String prefix) {
        return tables().versions().startingWith(owner, prefix);
    }

    @Override
    public List<Version> versionsNamed(Collection<VersionId> ids) {
        return tables().versions().named(ids);
    }

    @Override
    public List<Job> jobsNamed(Collection<JobId> ids) {
        return tables().jobs().named(ids);
    }

    @Override
    public Optional<Job> job(JobId id) {
        return tables().jobs().find(id);
    }

    @Override
    public List<Job> jobs(ConceptId concept) {
        return tables().jobs().of(concept);
    }

    @Override
    public List<Job> latestJobs(UserId owner, Set<WorkKind> kinds, Set<JobStatus> statuses, int limit) {
        return tables().jobs().latestOf(owner, kinds, statuses, limit);
    }

    @Override
    public boolean isForgotten(JobId job) {
        return tables().jobs().isForgotten(job);
    }

    @Override
    public List<Job> jobsStartingWith(UserId owner, String prefix) {
        return tables().jobs().startingWith(owner, prefix);
    }

    @Override
    public Map<JobStatus, Long> jobsByStatus() {
        return tables().jobs().byStatus();
    }

    @Override
    public boolean areWaiting(int jobs) {
        return tables().jobs().areWaiting(jobs);
    }

    @Override
    public Optional<Ticket> ticket(JobId job) {
        return tables().tickets().find(job);
    }

    @Override
    public boolean isHeld(JobId job, int attempt, String holder) {
        return tables().tickets().isHeld(job, attempt, holder);
    }

    @Override
    public boolean isInHand(BatchId batch, String task, String holder) {
        return tables().batches().isInHand(batch, task, holder);
    }

    @Override
    public List<Ticket> tickets() {
        return tables().tickets().all();
    }

    @Override
    public List<Ticket> tickets(UserId owner, WorkKind kind) {
        return tables().tickets().of(owner, kind);
    }

    @Override
    public long nextTurn(UserId owner, Priority priority) {
        return tables().tickets().nextTurn(owner, priority);
    }

    @Override
    public Optional<ProviderCall> call(CallId id) {
        return tables().calls().find(id);
    }

    @Override
    public List<ProviderCall> calls(JobId job) {
        return tables().calls().of(job);
    }

    @Override
    public List<ProviderCall> calls(UserId owner) {
        return tables().calls().of(owner);
    }

    @Override
    public List<ProviderCall> openCalls() {
        return tables().calls().open();
    }

    @Override
    public Budget.Booked booked(JobId job, UserId owner, Instant moment) {
        return tables().calls().booked(job, owner, moment);
    }

    @Override
    public Optional<byte[]> answer(CallId call) {
        return tables().answers().find(call);
    }

    @Override
    public Optional<Reply> reply(CallId call) {
        return tables().answers().reply(call);
    }

    @Override
    public List<RecordedEvent> events(JobId job, long after, int limit) {
        return tables().events().of(job, after, limit);
    }

    @Override
    public List<RecordedEvent> events(ConceptId concept, long after, int limit) {
        return tables().events().of(concept, after, limit);
    }

    @Override
    public Optional<RecordedEvent> lastEvent(JobId job) {
        return tables().events().lastOf(job);
    }

    @Override
    public Optional<KeyedSubmission> submitted(UserId owner, String key) {
        return tables().submissions().find(owner, key);
    }

    @Override
    public List<GrantedKey> grantedKeys() {
        return tables().apiKeys().all();
    }

    @Override
    public Optional<GrantedKey> grantedKey(String hash) {
        return tables().apiKeys().find(hash);
    }

    @Override
    public int used(Quota quota) {
        return tables().quotas().used(quota);
    }

    @Override
    public Optional<Batch> batch(BatchId id) {
        return tables().batches().find(id);
    }

    @Override
    public List<Batch> batches(UserId owner) {
        return tables().batches().ownedBy(owner);
    }

    @Override
    public List<Run> runs(BatchId batch) {
        return tables().runs().of(batch);
    }

    @Override
    public Optional<Checklist> checklist(RequestHash request) {
        return tables().runs().checklist(request);
    }

    @Override
    public List<Mishap> mishaps(BatchId batch) {
        return tables().mishaps().of(batch);
    }

    final SqliteTables tables() {
        if (ended) {
            throw new IllegalStateException("This transaction has ended");
        }
        return tables;
    }
}
