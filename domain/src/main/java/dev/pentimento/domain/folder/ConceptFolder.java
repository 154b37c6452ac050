package dev.pentimento.domain.folder;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A concept as its folder shows it. The same history always gives the same folder, and one that grows only adds to it. */
public final class ConceptFolder {
    /** No folder holds more originals than this has digits for. */
    private static final Pattern ORIGINAL = Pattern.compile("(?:image|original)_(\\d{1,6})");

    private final Concept concept;
    private final Lineage lineage;
    private final Optional<Job> founding;
    private final Map<VersionId, Place> places;
    private final List<FiledRefinement> refinements;
    private final Cost cost;

    private ConceptFolder(
            Concept concept, Lineage lineage, List<Job> jobs, Function<Job, Cost> cost, Predicate<Job> forgotten) {
        this.concept = concept;
        this.lineage = lineage;
        this.founding = Founding.of(concept, jobs);
        this.places = Filing.of(lineage, founding.map(Job::id).orElse(null));
        this.refinements = refinements(jobs.stream().filter(forgotten.negate()), cost);
        this.cost = Stream.concat(
                        founding.map(cost).stream(), refinements.stream().map(FiledRefinement::cost))
                .reduce(Cost.free(), Cost::plus);
    }

    /**
     * Lays out what is recorded of a concept.
     *
     * @param jobs of the concept, in the order of submission
     * @param cost what is known of the cost of a job
     */
    public static ConceptFolder of(Concept concept, Lineage lineage, List<Job> jobs, Function<Job, Cost> cost) {
        return of(concept, lineage, jobs, cost, job -> false);
    }

    /**
     * As the other, without refinements that their owner wants to see no more of. What they made keeps its place, as others may have come from it.
     *
     * @param forgotten which those are
     */
    public static ConceptFolder of(
            Concept concept, Lineage lineage, List<Job> jobs, Function<Job, Cost> cost, Predicate<Job> forgotten) {
        return new ConceptFolder(concept, lineage, jobs, cost, forgotten);
    }

    public Concept concept() {
        return concept;
    }

    public Lineage lineage() {
        return lineage;
    }

    /** The job that the concept was made for; empty if it began with images brought in. */
    public Optional<Job> founding() {
        return founding;
    }

    /** Where the concept stands, apart from its refinements: as the job it was made for, or completed. */
    public RunStatus status() {
        return status(founding);
    }

    /** As {@link #status()}, without its folder. */
    public static RunStatus statusOf(Concept concept, List<Job> jobs) {
        return status(Founding.of(concept, jobs));
    }

    private static RunStatus status(Optional<Job> founding) {
        return founding.map(job -> RunStatus.of(job.status())).orElse(RunStatus.COMPLETED);
    }

    /** In creation order. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /** Those of one kind, in creation order. */
    public List<Place> places(Place.Shelf shelf) {
        return places.values().stream().filter(place -> place.shelf() == shelf).toList();
    }

    /** @throws IllegalArgumentException if it is no version of the concept */
    public Place place(VersionId version) {
        return Objects.requireNonNull(places.get(lineage.version(version).id()));
    }

    /** What lies at a path; empty if no version does. */
    public Optional<Place> at(String path) {
        return places.values().stream()
                .filter(place -> place.path().equals(path))
                .findFirst();
    }

    /** What a program means by a name: that of a place, {@code original_0}, or the id of a version or of the job that made it. */
    public Optional<Place> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        Matcher original = ORIGINAL.matcher(wanted);
        if (original.matches()) {
            return original(Integer.parseInt(original.group(1)));
        }
        return places.values().stream().filter(place -> isCalled(wanted, place)).findFirst();
    }

    private static boolean isCalled(String wanted, Place place) {
        Version version = place.version();
        return place.name().equals(wanted)
                || version.id().toString().equals(wanted)
                || version.origin()
                        .madeBy()
                        .map(JobId::toString)
                        .filter(wanted::equals)
                        .isPresent();
    }

    /** The original with a number, from 0. */
    public Optional<Place> original(int index) {
        List<Place> originals = places(Place.Shelf.ORIGINALS);
        return index >= 0 && index < originals.size() ? Optional.of(originals.get(index)) : Optional.empty();
    }

    /** Of everything; unknown as soon as one part is. */
    public Cost cost() {
        return cost;
    }

    /** Every refinement but the job that the concept was made for, in the order of submission. */
    public List<FiledRefinement> refinements() {
        return refinements;
    }

    private List<FiledRefinement> refinements(Stream<Job> jobs, Function<Job, Cost> cost) {
        Map<JobId, List<Place>> made = new HashMap<>();
        places.values()
                .forEach(place -> place.version()
                        .origin()
                        .madeBy()
                        .ifPresent(job -> made.computeIfAbsent(job, key -> new ArrayList<>())
                                .add(place)));
        return jobs.filter(job -> founding.filter(job::equals).isEmpty())
                .flatMap(job -> job
                        .work()
                        .<Optional<Work.RefineVersion>>match(Optional::of, generate -> Optional.empty())
                        .map(work -> filed(job, work, made, cost))
                        .stream())
                .toList();
    }

    private FiledRefinement filed(
            Job job, Work.RefineVersion work, Map<JobId, List<Place>> made, Function<Job, Cost> cost) {
        return new FiledRefinement(
                job,
                work.refinement().kind(),
                places.get(work.base()),
                made.getOrDefault(job.id(), List.of()),
                cost.apply(job));
    }
}
