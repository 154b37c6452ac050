package dev.pentimento.domain.folder;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import java.util.List;
import java.util.Optional;

/** Finds the job that a concept was made for. */
final class Founding {
    private Founding() {}

    /**
     * The first job, if it makes originals or was asked for in the very words of the concept's brief. Empty for a concept that began with images brought
     * in.
     */
    static Optional<Job> of(Concept concept, List<Job> jobs) {
        return jobs.stream()
                .findFirst()
                .filter(job -> generates(job)
                        || words(job.work()).equals(concept.brief().prompt()));
    }

    private static boolean generates(Job job) {
        return job.work().match(refine -> false, generate -> true);
    }

    private static String words(Work work) {
        return work.match(refine -> refine.refinement().instruction(), generate -> generate.instruction())
                .text();
    }
}
