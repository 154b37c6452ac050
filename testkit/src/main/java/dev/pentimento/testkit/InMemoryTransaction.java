package dev.pentimento.testkit;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.evaluation.Checklist;
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
import dev.pentimento.domain.submission.KeyedSubmission;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One transaction over one state of the in-memory records. */
final class InMemoryTransaction extends InMemoryReader implements RecordWriter {
    InMemoryTransaction(InMemoryTables state) {
        super(state);
    }

    @Override
    public void add(Concept concept) {
        addTo(tables().concepts, "Concept", concept.id(), concept);
    }

    @Override
    public void add(Version version) {
        Concept concept = requireConcept("Version", version.id(), version.concept());
        for (VersionId parent : version.parents()) {
            boolean there = version(parent)
                    .filter(p -> p.concept().equals(version.concept()))
                    .isPresent();
            if (!there) {
                throw new IllegalArgumentException("Version %s names parent %s, which is not a version of concept %s"
                        .formatted(version.id(), parent, version.concept()));
            }
        }
        addTo(tables().versions, "Version", version.id(), version);
        workOn(concept);
    }

    @Override
    public void add(Job job) {
        Concept concept = requireConcept("Job", job.id(), job.concept());
        addTo(tables().jobs, "Job", job.id(), job);
        workOn(concept);
    }

    @Override
    public void addVersions(List<Version> versions) {
        versions.forEach(this::add);
    }

    @Override
    public void addJobs(List<Job> jobs) {
        jobs.forEach(this::add);
    }

    /** Does nothing to a concept without versions: there is nothing yet to go on with. */
    private void workOn(Concept concept) {
        if (!versions(concept.id()).isEmpty()) {
            tables().lastWorkedOn.put(concept.owner(), concept.id());
        }
    }

    @Override
    public boolean replace(Job current, Job next) {
        if (!current.isSameAs(next)) {
            throw new IllegalArgumentException("%s cannot be replaced by %s, another job".formatted(current, next));
        }
        boolean unmoved = job(current.id())
                .filter(job -> job.status() == current.status() && job.attempt() == current.attempt())
                .isPresent();
        if (unmoved) {
            tables().jobs.put(next.id(), next);
        }
        if (unmoved && next.isFinal()) {
            tables().tickets.remove(next.id());
        }
        return unmoved;
    }

    @Override
    public boolean add(Ticket ticket) {
        Job job = requireJob("Ticket", ticket.job(), ticket.job());
        if (job.isFinal() || ticket(ticket.job()).isPresent()) {
            throw new IllegalArgumentException("Job %s is %s and %s"
                    .formatted(
                            job.id(),
                            job.status().label(),
                            job.isFinal() ? "needs no ticket" : "has a ticket already"));
        }
        boolean free = ticket.slot() == null
                || tickets(ticket.owner(), ticket.kind()).stream()
                        .noneMatch(other -> ticket.slot().equals(other.slot()));
        if (free) {
            keep(ticket);
        }
        return free;
    }

    @Override
    public boolean replace(Ticket current, Ticket next) {
        if (!next.isSamePlaceAs(current)) {
            throw new IllegalArgumentException("%s cannot be replaced by %s".formatted(current, next));
        }
        boolean unmoved = ticket(current.job())
                .filter(ticket -> Objects.equals(holder(ticket), holder(current)))
                .isPresent();
        if (unmoved) {
            keep(next);
        }
        return unmoved;
    }

    private void keep(Ticket ticket) {
        tables().tickets.put(ticket.job(), ticket);
        if (ticket.isBegun()) {
            tables().lastTurnBegun.merge(ticket.priority(), ticket.turn(), Math::max);
        }
    }

    private static @Nullable String holder(Ticket ticket) {
        return ticket.lease() == null ? null : ticket.lease().holder();
    }

    @Override
    public void add(ProviderCall call) {
        requireJob("Provider call", call.id(), call.job());
        addTo(tables().calls, "Provider call", call.id(), call);
    }

    @Override
    public boolean replace(ProviderCall current, ProviderCall next) {
        if (!current.id().equals(next.id())) {
            throw new IllegalArgumentException(
                    "Provider call %s cannot be replaced by %s".formatted(current.id(), next.id()));
        }
        boolean unmoved = call(current.id())
                .filter(call -> call.status() == current.status())
                .isPresent();
        if (unmoved) {
            tables().calls.put(next.id(), next);
        }
        return unmoved;
    }

    @Override
    public void keepAnswer(CallId call, byte[] answer) {
        requireCall(call);
        tables().answers.put(call, Arrays.copyOf(answer, Math.min(answer.length, MAX_ANSWER)));
    }

    @Override
    public void keep(CallId call, Reply reply) {
        requireCall(call);
        tables().replies.put(call, reply);
    }

    private void requireCall(CallId call) {
        if (call(call).isEmpty()) {
            throw new IllegalArgumentException("Provider call %s is not recorded".formatted(call));
        }
    }

    @Override
    public List<RecordedEvent> append(List<JobEvent> events, Instant at) {
        return events.stream().map(event -> recorded(event, at)).toList();
    }

    private RecordedEvent recorded(JobEvent event, Instant at) {
        ConceptId concept = requireJob("Event", event.kind(), event.job()).concept();
        long ofJob = tables().lastEvent.merge(event.job(), 1L, Long::sum);
        long ofConcept = tables().lastEvent.merge(concept, 1L, Long::sum);
        RecordedEvent recorded = new RecordedEvent(ofJob, ofConcept, concept, at, event);
        tables().events.add(recorded);
        return recorded;
    }

    @Override
    public boolean reserve(Quota quota, JobId job, int limit) {
        if (tables().shares.containsKey(job)) {
            return true;
        }
        boolean free = used(quota) < limit;
        if (free) {
            tables().shares.put(job, new InMemoryTables.Share(quota, false));
        }
        return free;
    }

    @Override
    public void forget(JobId job) {
        if (job(job).isEmpty()) {
            throw new IllegalArgumentException("Job %s is not recorded".formatted(job));
        }
        tables().forgotten.add(job);
        tables().submissions.values().removeIf(submission -> submission.made().equals(new Creation.OfJob(job)));
    }

    @Override
    public void keep(UserId owner, SubmissionKey key, Creation made) {
        requireThere(
                "Submission",
                key.key(),
                made.match(
                        job -> tables().jobs.get(job.id()),
                        concept -> tables().concepts.get(concept.id()),
                        batch -> tables().batches.get(batch.id())));
        addTo(
                tables().submissions,
                "Submission",
                new InMemoryTables.Asked(owner, key.key()),
                new KeyedSubmission(key.request(), made));
    }

    @Override
    public void add(GrantedKey key) {
        if (grantedKey(key.hash()).isPresent()) {
            throw new IllegalArgumentException("Key %s is already recorded".formatted(key.name()));
        }
        addTo(tables().keys, "Key", key.name(), key);
    }

    @Override
    public boolean replace(GrantedKey key) {
        return tables().keys.replace(key.name(), key) != null;
    }

    @Override
    public void settleQuota(JobId job) {
        tables().shares.computeIfPresent(job, (id, share) -> new InMemoryTables.Share(share.quota(), true));
    }

    @Override
    public void releaseQuota(JobId job) {
        tables().shares.computeIfPresent(job, (id, share) -> share.settled() ? share : null);
    }

    @Override
    public boolean lead(String task, Lease lease, Instant now) {
        Lease held = tables().leaders.get(task);
        boolean free = held == null || held.holder().equals(lease.holder()) || held.isOver(now);
        if (free) {
            tables().leaders.put(task, lease);
        }
        return free;
    }

    @Override
    public void add(Batch batch) {
        addTo(tables().batches, "Batch", batch.id(), batch);
    }

    @Override
    public void replace(Batch batch) {
        requireThere("Batch", batch.id(), tables().batches.replace(batch.id(), batch));
    }

    @Override
    public void add(Run run) {
        requireThere("Batch", run.batch(), tables().batches.get(run.batch()));
        addTo(tables().runs, "Prompt", InMemoryTables.RunName.of(run), run);
    }

    @Override
    public void replace(Run current, Run next) {
        if (!current.isSameAs(next)) {
            throw new IllegalArgumentException("The run of prompt %s cannot be replaced by that of prompt %s"
                    .formatted(current.item().id(), next.item().id()));
        }
        InMemoryTables.RunName name = InMemoryTables.RunName.of(next);
        requireThere("The run of", name, tables().runs.replace(name, next));
    }

    @Override
    public void keepChecklist(RequestHash request, Checklist checklist) {
        tables().checklists.putIfAbsent(request, checklist);
    }

    @Override
    public void add(Mishap mishap) {
        requireThere("Batch", mishap.batch(), tables().batches.get(mishap.batch()));
        tables().mishaps.add(mishap);
    }

    private static void requireThere(String kind, Object id, @Nullable Object found) {
        if (found == null) {
            throw new IllegalArgumentException("%s %s is not recorded".formatted(kind, id));
        }
    }

    private Concept requireConcept(String kind, Object id, ConceptId concept) {
        return concept(concept)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s %s belongs to concept %s, which is not recorded".formatted(kind, id, concept)));
    }

    private Job requireJob(String kind, Object id, JobId job) {
        return job(job).orElseThrow(() -> new IllegalArgumentException(
                "%s %s belongs to job %s, which is not recorded".formatted(kind, id, job)));
    }

    private static <K, V> void addTo(Map<K, V> table, String kind, K id, V value) {
        if (table.putIfAbsent(id, value) != null) {
            throw new IllegalArgumentException("%s %s is already recorded".formatted(kind, id));
        }
    }
}
