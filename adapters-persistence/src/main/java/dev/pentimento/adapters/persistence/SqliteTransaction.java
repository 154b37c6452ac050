package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.out.RecordWriter;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One transaction, and what can be done to the tables within it. */
final class SqliteTransaction extends SqliteReader implements RecordWriter {
    private final Handle handle;

    SqliteTransaction(Handle handle, SqliteTrouble trouble) {
        super(SqliteTables.of(handle, trouble));
        this.handle = handle;
    }

    Connection connection() {
        return handle.getConnection();
    }

    @Override
    public void add(Concept concept) {
        if (!tables().concepts().add(concept)) {
            throw taken("Concept", concept.id());
        }
    }

    @Override
    public void add(Version version) {
        addVersions(List.of(version));
    }

    @Override
    public void add(Job job) {
        addJobs(List.of(job));
    }

    /** Looks for each concept once, and for parents only where they are not among {@code all}. */
    @Override
    public void addVersions(List<Version> all) {
        Set<ConceptId> touched = new LinkedHashSet<>();
        Map<VersionId, ConceptId> added = new HashMap<>();
        for (Version version : all) {
            if (touched.add(version.concept())) {
                requireConcept("Version", version.id(), version.concept());
            }
            version.parents().stream()
                    .filter(parent -> !version.concept().equals(added.get(parent)))
                    .forEach(parent -> requireParent(version, parent));
            added.put(version.id(), version.concept());
        }
        tables().versions().add(all).ifPresent(known -> {
            throw taken("Version", known.id());
        });
        touched.forEach(tables().concepts()::workOn);
    }

    @Override
    public void addJobs(List<Job> all) {
        Set<ConceptId> touched = new LinkedHashSet<>();
        for (Job job : all) {
            if (touched.add(job.concept())) {
                requireConcept("Job", job.id(), job.concept());
            }
        }
        tables().jobs().add(all).ifPresent(known -> {
            throw taken("Job", known.id());
        });
        touched.forEach(tables().concepts()::workOn);
    }

    @Override
    public boolean replace(Job current, Job next) {
        if (!current.isSameAs(next)) {
            throw new IllegalArgumentException("%s cannot be replaced by %s, another job".formatted(current, next));
        }
        boolean unmoved = tables().jobs().replace(current, next);
        if (unmoved && next.isFinal()) {
            tables().tickets().remove(next.id());
        }
        return unmoved;
    }

    @Override
    public boolean add(Ticket ticket) {
        boolean added = tables().tickets().add(ticket);
        if (!added) {
            requireNoTicket(requireJob("Ticket", ticket.job(), ticket.job()));
        }
        return added;
    }

    private void requireNoTicket(Job job) {
        if (job.isFinal() || ticket(job.id()).isPresent()) {
            String why = job.isFinal() ? "needs no ticket" : "has a ticket already";
            throw new IllegalArgumentException(
                    "Job %s is %s and %s".formatted(job.id(), job.status().label(), why));
        }
    }

    @Override
    public boolean replace(Ticket current, Ticket next) {
        if (!next.isSamePlaceAs(current)) {
            throw new IllegalArgumentException("%s cannot be replaced by %s".formatted(current, next));
        }
        return tables().tickets().replace(current, next);
    }

    @Override
    public void add(ProviderCall call) {
        if (!tables().calls().add(call)) {
            requireJob("Provider call", call.id(), call.job());
            throw taken("Provider call", call.id());
        }
    }

    @Override
    public boolean replace(ProviderCall current, ProviderCall next) {
        if (!current.id().equals(next.id())) {
            throw new IllegalArgumentException(
                    "Provider call %s cannot be replaced by %s".formatted(current.id(), next.id()));
        }
        return tables().calls().replace(current, next);
    }

    @Override
    public void keepAnswer(CallId call, byte[] answer) {
        byte[] beginning = Arrays.copyOf(answer, Math.min(answer.length, MAX_ANSWER));
        if (!tables().answers().keep(call, beginning)) {
            throw new IllegalArgumentException("Provider call %s is not recorded".formatted(call));
        }
    }

    @Override
    public void keep(CallId call, Reply reply) {
        if (!tables().answers().keep(call, StoredReply.write(reply))) {
            throw new IllegalArgumentException("Provider call %s is not recorded".formatted(call));
        }
    }

    @Override
    public List<RecordedEvent> append(List<JobEvent> events, Instant at) {
        List<RecordedEvent> recorded = new ArrayList<>();
        while (recorded.size() < events.size()) {
            recorded.addAll(appendThoseOfOneJob(events.subList(recorded.size(), events.size()), at));
        }
        return recorded;
    }

    /** As many of the first ones as are of one job. */
    private List<RecordedEvent> appendThoseOfOneJob(List<JobEvent> events, Instant at) {
        JobEvent first = events.get(0);
        List<JobEvent> together = events.stream()
                .takeWhile(event -> event.job().equals(first.job()))
                .toList();
        return tables().events()
                .append(first.job(), together, at)
                .orElseThrow(() -> stray("Event", first.kind(), first.job()));
    }

    @Override
    public boolean reserve(Quota quota, JobId job, int limit) {
        return tables().quotas().reserve(quota, job, limit);
    }

    @Override
    public void forget(JobId job) {
        if (!tables().jobs().forget(job)) {
            throw new IllegalArgumentException("Job %s is not recorded".formatted(job));
        }
        tables().submissions().remove(job);
    }

    @Override
    public void keep(UserId owner, SubmissionKey key, Creation made) {
        boolean there = made.match(
                job -> job(job.id()).isPresent(),
                concept -> tables().concepts().contains(concept.id()),
                batch -> batch(batch.id()).isPresent());
        if (!there) {
            throw new IllegalArgumentException(
                    "Submission %s stands for %s, which is not recorded".formatted(key.key(), made));
        }
        if (!tables().submissions().add(owner, key, made)) {
            throw taken("Submission", key.key());
        }
    }

    @Override
    public void add(GrantedKey key) {
        if (!tables().apiKeys().add(key)) {
            throw taken("Key", key.name());
        }
    }

    @Override
    public boolean replace(GrantedKey key) {
        return tables().apiKeys().replace(key);
    }

    @Override
    public void settleQuota(JobId job) {
        tables().quotas().settle(job);
    }

    @Override
    public void releaseQuota(JobId job) {
        tables().quotas().release(job);
    }

    @Override
    public boolean lead(String task, Lease lease, Instant now) {
        return tables().leaders().lead(task, lease, now);
    }

    @Override
    public void add(Batch batch) {
        if (!tables().batches().add(batch)) {
            throw taken("Batch", batch.id());
        }
    }

    @Override
    public void replace(Batch batch) {
        if (!tables().batches().replace(batch)) {
            throw missing("Batch", batch.id());
        }
    }

    @Override
    public void add(Run run) {
        if (!tables().runs().add(run)) {
            requireBatch(run.batch());
            throw taken("Prompt", run.item().id());
        }
    }

    @Override
    public void replace(Run current, Run next) {
        if (!current.isSameAs(next)) {
            throw new IllegalArgumentException("The run of prompt %s cannot be replaced by that of prompt %s"
                    .formatted(current.item().id(), next.item().id()));
        }
        if (!tables().runs().replace(current, next)) {
            throw missing("The run of prompt", next.item().id());
        }
    }

    @Override
    public void keepChecklist(RequestHash request, Checklist checklist) {
        tables().runs().keep(request, checklist);
    }

    @Override
    public void add(Mishap mishap) {
        if (!tables().mishaps().add(mishap)) {
            throw missing("Batch", mishap.batch());
        }
    }

    private void requireBatch(BatchId batch) {
        if (tables().batches().find(batch).isEmpty()) {
            throw missing("Batch", batch);
        }
    }

    private static IllegalArgumentException missing(String kind, Object id) {
        return new IllegalArgumentException("%s %s is not recorded".formatted(kind, id));
    }

    private void requireConcept(String kind, Object id, ConceptId concept) {
        if (!tables().concepts().contains(concept)) {
            throw new IllegalArgumentException(
                    "%s %s belongs to concept %s, which is not recorded".formatted(kind, id, concept));
        }
    }

    private void requireParent(Version version, VersionId parent) {
        if (!tables().versions().contains(version.concept(), parent)) {
            throw new IllegalArgumentException("Version %s names parent %s, which is not a version of concept %s"
                    .formatted(version.id(), parent, version.concept()));
        }
    }

    private Job requireJob(String kind, Object id, JobId job) {
        return job(job).orElseThrow(() -> stray(kind, id, job));
    }

    private static IllegalArgumentException stray(String kind, Object id, JobId job) {
        return new IllegalArgumentException("%s %s belongs to job %s, which is not recorded".formatted(kind, id, job));
    }

    private static IllegalArgumentException taken(String kind, Object id) {
        return new IllegalArgumentException("%s %s is already recorded".formatted(kind, id));
    }
}
