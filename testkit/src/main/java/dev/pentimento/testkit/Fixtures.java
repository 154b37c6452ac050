package dev.pentimento.testkit;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.ports.out.ImageSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things of the domain to test with. Every call makes a new thing: ids, images and times never repeat within a JVM, and come in the same
 * order in each run.
 */
public final class Fixtures {
    /** When the first thing was made; precise to the nanosecond, so that lost digits show. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123456789Z");

    public static final ImageSize SIZE = new ImageSize(4, 3);

    /** An odd multiplier, so that ids never repeat; this one lets even their first digits differ. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final AtomicInteger MADE = new AtomicInteger();

    private Fixtures() {}

    public static ConceptId aConceptId() {
        return new ConceptId(uuid());
    }

    public static VersionId aVersionId() {
        return new VersionId(uuid());
    }

    public static JobId aJobId() {
        return new JobId(uuid());
    }

    public static BatchId aBatchId() {
        return new BatchId(uuid());
    }

    public static CallId aCallId() {
        return new CallId(uuid());
    }

    /** A concept of {@link UserId#LOCAL}. */
    public static Concept aConcept() {
        return aConceptOf(UserId.LOCAL);
    }

    public static Concept aConceptOf(UserId owner) {
        ArtDirection direction =
                new ArtDirection(List.of("flat", "geometric"), "hikers", "rest after a long day", "a sleeping fox");
        Brief brief = new Brief("a fox asleep under a pine", "Fox & Pine", "calm, evening light", direction);
        return new Concept(aConceptId(), owner, brief, anInstant());
    }

    /** A batch that nobody has in hand, without prompts. */
    public static Batch aBatchOf(UserId owner) {
        return new Batch(
                aBatchId(),
                owner,
                LoopRules.DEFAULT,
                SIZE,
                null,
                ProviderChoice.ANY,
                OptionalLong.empty(),
                false,
                null,
                anInstant());
    }

    /** A version without parents, imported from a file. */
    public static Version anOriginalOf(Concept concept) {
        return anOriginalOf(concept, anImage(), new Origin.Imported("fox.png", anImage()));
    }

    /** A version without parents. */
    public static Version anOriginalOf(Concept concept, Image image, Origin origin) {
        return new Version(aVersionId(), concept.id(), image, List.of(), origin, anInstant());
    }

    /** A version refined from {@code base}, by a job that nobody knows. */
    public static Version aChildOf(Version base, Version... references) {
        return aChildOf(base, new Origin.Refined(aJobId()), references);
    }

    public static Version aChildOf(Version base, Origin origin, Version... references) {
        List<VersionId> parents = Stream.concat(Stream.of(base), Stream.of(references))
                .map(Version::id)
                .toList();
        return new Version(aVersionId(), base.concept(), anImage(), parents, origin, anInstant());
    }

    /** A job that waits to refine a version nobody knows, in a concept nobody knows. */
    public static Job aPendingJob() {
        return aPendingJobFor(aConcept());
    }

    /** A job that waits to refine a version nobody knows. */
    public static Job aPendingJobFor(Concept concept) {
        return aPendingJobFor(concept, aRefinementOf(aVersionId()));
    }

    public static Job aPendingJobFor(Concept concept, Work work) {
        return Job.submit(aJobId(), concept.owner(), concept.id(), work, ProviderChoice.ANY, anInstant());
    }

    /** A place in the queue that waits for any worker, in no slot. */
    public static Ticket aTicketFor(Job job) {
        return aTicketFor(job, null);
    }

    public static Ticket aTicketFor(Job job, @Nullable Integer slot) {
        return new Ticket(
                job.id(),
                job.owner(),
                job.work().kind(),
                "local",
                Priority.NORMAL,
                1,
                1,
                slot,
                job.createdAt(),
                null,
                null);
    }

    /** The same call in any state, whatever the table of moves says. */
    public static ProviderCall inState(ProviderCall call, CallState state, Instant changedAt) {
        return new ProviderCall(
                call.id(),
                call.job(),
                call.owner(),
                call.part(),
                call.round(),
                call.attempt(),
                call.provider(),
                call.model(),
                call.request(),
                call.estimate(),
                state,
                call.plannedAt(),
                changedAt);
    }

    /** The first call that a job plans, for the first of its parts. */
    public static ProviderCall aPlannedCallOf(Job job, Cost estimate) {
        Instant now = anInstant();
        RequestHash request = new RequestHash(String.format(Locale.ROOT, "%064x", next()));
        return new ProviderCall(
                aCallId(),
                job.id(),
                job.owner(),
                0,
                1,
                1,
                "local",
                null,
                request,
                estimate,
                new CallState.Planned(),
                now,
                now);
    }

    public static Work.RefineVersion aRefinementOf(VersionId base) {
        return aRefinementOf(base, new Instruction("make it warmer"));
    }

    public static Work.RefineVersion aRefinementOf(VersionId base, Instruction instruction) {
        PromptRefinement refinement = new PromptRefinement(instruction, null);
        return new Work.RefineVersion(base, List.of(), refinement, Knobs.DEFAULT, Brief.EMPTY);
    }

    public static Work.GenerateOriginals aGeneration() {
        return new Work.GenerateOriginals(new Instruction("a fox asleep"), SIZE, 2, 0, null);
    }

    public static ProviderReport aReport() {
        return new ProviderReport("local", "engine-1", "make it warmer", List.of("please"), Cost.free(), false);
    }

    /** A small PNG of one colour. */
    public static EncodedImage anEncodedImage() {
        return OneColourPng.of(SIZE, next());
    }

    /** Describes {@link #anEncodedImage()}. */
    public static Image anImage() {
        return Image.of(anEncodedImage(), SIZE);
    }

    /** A second later than the last one. */
    public static Instant anInstant() {
        return NOW.plusSeconds(next());
    }

    private static UUID uuid() {
        int number = next();
        return new UUID(number * SPREAD, number);
    }

    private static int next() {
        return MADE.getAndIncrement();
    }

    /** For providers that never answer with URLs. */
    public static ImageSource noResults() {
        return (url, context) -> {
            throw new AssertionError("Nothing should be fetched, but " + url + " was");
        };
    }
}
