package dev.pentimento.testkit;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.folder.ConceptFolder;
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
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Origin;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be asked of one state of the in-memory records. */
class InMemoryReader implements RecordReader {
    private final InMemoryTables state;
    private boolean ended;

    InMemoryReader(InMemoryTables state) {
        this.state = state;
    }

    final void end() {
        ended = true;
    }

    @Override
    public Optional<Concept> concept(ConceptId id) {
        return Optional.ofNullable(tables().concepts.get(id));
    }

    @Override
    public List<Concept> concepts(UserId owner) {
        return newestFirst(
                tables().concepts.values(), concept -> concept.owner().equals(owner));
    }

    @Override
    public List<Concept> conceptsWithVersions(UserId owner, Page page) {
        return on(page, concepts(owner).stream().filter(this::hasVersion));
    }

    @Override
    public List<Concept> concepts(UserId owner, Set<RunStatus> statuses, Page page) {
        return on(page, standing(owner, statuses));
    }

    @Override
    public int conceptCount(UserId owner, Set<RunStatus> statuses) {
        return (int) standing(owner, statuses).count();
    }

    private Stream<Concept> standing(UserId owner, Set<RunStatus> statuses) {
        return concepts(owner).stream()
                .filter(concept ->
                        hasVersion(concept) || jobs(concept.id()).stream().anyMatch(this::isShown))
                .filter(concept -> statuses.contains(ConceptFolder.statusOf(concept, jobs(concept.id()))));
    }

    private boolean isShown(Job job) {
        return job.work().kind().makesImages() && !isForgotten(job.id());
    }

    private boolean hasVersion(Concept concept) {
        return !versions(concept.id()).isEmpty();
    }

    private static List<Concept> on(Page page, Stream<Concept> all) {
        return all.skip(page.offset()).limit(page.limit()).toList();
    }

    @Override
    public List<ConceptId> allConcepts() {
        return List.copyOf(tables().concepts.keySet());
    }

    @Override
    public Optional<Concept> lastWorkedOn(UserId owner) {
        return Optional.ofNullable(tables().lastWorkedOn.get(owner)).flatMap(this::concept);
    }

    @Override
    public Optional<Version> version(VersionId id) {
        return Optional.ofNullable(tables().versions.get(id));
    }

    @Override
    public List<Version> versions(ConceptId concept) {
        return tables().versions.values().stream()
                .filter(version -> version.concept().equals(concept))
                .toList();
    }

    @Override
    public List<Version> versionsHolding(UserId owner, ImageDigest digest) {
        return newestFirst(tables().versions.values(), version -> isOwned(version, owner) && holds(version, digest));
    }

    @Override
    public List<Version> versionsStartingWith(UserId owner, String prefix) {
        return newestFirst(
                tables().versions.values(),
                version -> isOwned(version, owner) && version.id().toString().startsWith(prefix));
    }

    @Override
    public List<Version> versionsNamed(Collection<VersionId> ids) {
        return ids.stream()
                .distinct()
                .map(this::version)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Job> jobsNamed(Collection<JobId> ids) {
        return ids.stream().distinct().map(this::job).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Job> job(JobId id) {
        return Optional.ofNullable(tables().jobs.get(id));
    }

    @Override
    public List<Job> jobs(ConceptId concept) {
        return tables().jobs.values().stream()
                .filter(job -> job.concept().equals(concept))
                .toList();
    }

    @Override
    public List<Job> latestJobs(UserId owner, Set<WorkKind> kinds, Set<JobStatus> statuses, int limit) {
        List<Job> jobs = newestFirst(
                tables().jobs.values(),
                job -> isSeenBy(owner, job) && kinds.contains(job.work().kind()) && statuses.contains(job.status()));
        return jobs.stream().limit(limit).toList();
    }

    private boolean isSeenBy(UserId owner, Job job) {
        return job.owner().equals(owner) && !isForgotten(job.id());
    }

    @Override
    public boolean isForgotten(JobId job) {
        return tables().forgotten.contains(job);
    }

    @Override
    public Map<JobStatus, Long> jobsByStatus() {
        return tables().jobs.values().stream().collect(Collectors.groupingBy(Job::status, Collectors.counting()));
    }

    @Override
    public List<Job> jobsStartingWith(UserId owner, String prefix) {
        return newestFirst(
                tables().jobs.values(),
                job -> isSeenBy(owner, job) && job.id().toString().startsWith(prefix));
    }

    @Override
    public boolean areWaiting(int jobs) {
        return jobsByStatus().getOrDefault(JobStatus.PENDING, 0L) >= jobs;
    }

    @Override
    public Optional<Ticket> ticket(JobId job) {
        return Optional.ofNullable(tables().tickets.get(job));
    }

    @Override
    public boolean isHeld(JobId job, int attempt, String holder) {
        return job(job).filter(now -> now.status() == JobStatus.PROCESSING && now.attempt() == attempt)
                        .isPresent()
                && ticket(job).filter(ticket -> ticket.isHeldBy(holder)).isPresent();
    }

    @Override
    public boolean isInHand(BatchId batch, String task, String holder) {
        Lease lease = tables().leaders.get(task);
        return batch(batch).filter(named -> named.isHeldBy(holder)).isPresent()
                && lease != null
                && lease.holder().equals(holder);
    }

    @Override
    public List<Ticket> tickets() {
        return List.copyOf(tables().tickets.values());
    }

    @Override
    public List<Ticket> tickets(UserId owner, WorkKind kind) {
        return tables().tickets.values().stream()
                .filter(ticket -> ticket.owner().equals(owner) && ticket.kind() == kind)
                .toList();
    }

    @Override
    public long nextTurn(UserId owner, Priority priority) {
        long owners = tables().tickets.values().stream()
                .filter(ticket -> ticket.owner().equals(owner) && ticket.priority() == priority)
                .mapToLong(Ticket::turn)
                .max()
                .orElse(0);
        return 1 + Math.max(owners, tables().lastTurnBegun.getOrDefault(priority, 0L));
    }

    @Override
    public Optional<ProviderCall> call(CallId id) {
        return Optional.ofNullable(tables().calls.get(id));
    }

    @Override
    public List<ProviderCall> calls(JobId job) {
        return calls(call -> call.job().equals(job)).toList();
    }

    @Override
    public List<ProviderCall> calls(UserId owner) {
        return calls(call -> call.owner().equals(owner)).toList();
    }

    @Override
    public List<ProviderCall> openCalls() {
        return calls(call -> call.status().isOpen()).toList();
    }

    private Stream<ProviderCall> calls(Predicate<ProviderCall> wanted) {
        return tables().calls.values().stream().filter(wanted);
    }

    @Override
    public Budget.Booked booked(JobId job, UserId owner, Instant moment) {
        LocalDate day = day(moment);
        return new Budget.Booked(
                booked(call -> call.job().equals(job)),
                booked(call -> call.owner().equals(owner)
                        && YearMonth.from(day(call.plannedAt())).equals(YearMonth.from(day))),
                booked(call -> day(call.plannedAt()).equals(day)));
    }

    private long booked(Predicate<ProviderCall> wanted) {
        return calls(wanted).mapToLong(ProviderCall::booked).sum();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public Optional<byte[]> answer(CallId call) {
        return Optional.ofNullable(tables().answers.get(call)).map(byte[]::clone);
    }

    @Override
    public Optional<Reply> reply(CallId call) {
        return Optional.ofNullable(tables().replies.get(call));
    }

    @Override
    public List<RecordedEvent> events(JobId job, long after, int limit) {
        return tables().events.stream()
                .filter(event -> event.event().job().equals(job) && event.ofJob() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public List<RecordedEvent> events(ConceptId concept, long after, int limit) {
        return tables().events.stream()
                .filter(event -> event.concept().equals(concept) && event.ofConcept() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<RecordedEvent> lastEvent(JobId job) {
        return tables().events.stream()
                .filter(event -> event.event().job().equals(job))
                .reduce((first, second) -> second);
    }

    @Override
    public Optional<KeyedSubmission> submitted(UserId owner, String key) {
        return Optional.ofNullable(tables().submissions.get(new InMemoryTables.Asked(owner, key)));
    }

    @Override
    public List<GrantedKey> grantedKeys() {
        return List.copyOf(tables().keys.values());
    }

    @Override
    public Optional<GrantedKey> grantedKey(String hash) {
        return tables().keys.values().stream()
                .filter(key -> key.hash().equals(hash))
                .findFirst();
    }

    @Override
    public int used(Quota quota) {
        return Math.toIntExact(tables().shares.values().stream()
                .filter(share -> share.quota().equals(quota))
                .count());
    }

    @Override
    public Optional<Batch> batch(BatchId id) {
        return Optional.ofNullable(tables().batches.get(id));
    }

    @Override
    public List<Batch> batches(UserId owner) {
        return newestFirst(tables().batches.values(), batch -> batch.owner().equals(owner));
    }

    @Override
    public List<Run> runs(BatchId batch) {
        return tables().runs.values().stream()
                .filter(run -> run.batch().equals(batch))
                .toList();
    }

    @Override
    public Optional<Checklist> checklist(RequestHash request) {
        return Optional.ofNullable(tables().checklists.get(request));
    }

    @Override
    public List<Mishap> mishaps(BatchId batch) {
        return tables().mishaps.stream()
                .filter(mishap -> mishap.batch().equals(batch))
                .toList();
    }

    final InMemoryTables tables() {
        if (ended) {
            throw new IllegalStateException("This transaction has ended");
        }
        return state;
    }

    private boolean isOwned(Version version, UserId owner) {
        return concept(version.concept())
                .filter(concept -> concept.owner().equals(owner))
                .isPresent();
    }

    private static boolean holds(Version version, ImageDigest digest) {
        return version.image().digest().equals(digest)
                || (version.origin() instanceof Origin.Imported imported
                        && imported.file().digest().equals(digest));
    }

    private static <T> List<T> newestFirst(Collection<T> all, Predicate<T> wanted) {
        List<T> chosen = new ArrayList<>(all.stream().filter(wanted).toList());
        Collections.reverse(chosen);
        return List.copyOf(chosen);
    }
}
