package dev.pentimento.domain.history;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Concepts with their versions and jobs, complete in itself: whatever one part names is another part of it.
 *
 * @param concepts oldest first
 * @param versions those of each concept in creation order
 * @param jobs those of each concept in the order of submission
 */
public record History(List<Concept> concepts, List<Version> versions, List<Job> jobs) {

    /** @throws IllegalArgumentException if a part comes twice, or names what is not there, comes later or belongs elsewhere */
    public History {
        concepts = List.copyOf(concepts);
        versions = List.copyOf(versions);
        jobs = List.copyOf(jobs);
        Coherence.check(concepts, versions, jobs);
    }

    /**
     * Whether these would be a history.
     *
     * @throws IllegalArgumentException as the constructor, if they would not
     */
    public static void check(List<Concept> concepts, List<Version> versions, List<Job> jobs) {
        Coherence.check(concepts, versions, jobs);
    }

    /** Without the jobs that are still waiting or being worked on; no version comes from one of these. */
    public History finished() {
        return new History(
                concepts, versions, jobs.stream().filter(Job::isFinal).toList());
    }

    /** The digests of all images it speaks of: of versions, imported files and painted masks. */
    public NavigableSet<ImageDigest> images() {
        return images(versions, jobs);
    }

    /** The same of parts that need not fit together. */
    public static NavigableSet<ImageDigest> images(List<Version> versions, List<Job> jobs) {
        NavigableSet<ImageDigest> digests = new TreeSet<>();
        versions.stream().flatMap(History::imagesOf).map(Image::digest).forEach(digests::add);
        jobs.stream().flatMap(History::picturesOf).forEach(digests::add);
        return digests;
    }

    /** What a version shows and, when it was imported, the untouched file. */
    public static Stream<Image> imagesOf(Version version) {
        return version.origin() instanceof Origin.Imported imported
                ? Stream.of(version.image(), imported.file())
                : Stream.of(version.image());
    }

    /** The pictures that were painted as masks for a job. */
    public static Stream<ImageDigest> picturesOf(Job job) {
        return job.work().match(History::paintedMasks, generate -> Stream.of());
    }

    private static Stream<ImageDigest> paintedMasks(Work.RefineVersion work) {
        MaskSpec mask = work.refinement().mask();
        Stream<MaskShape> shapes = mask == null ? Stream.of() : mask.shapes().stream();
        return shapes.filter(MaskShape.Painted.class::isInstance).map(shape -> ((MaskShape.Painted) shape).picture());
    }
}
