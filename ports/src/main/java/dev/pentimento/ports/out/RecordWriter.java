package dev.pentimento.ports.out;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;

/** What can be done to the records within a transaction. */
public interface RecordWriter extends RecordReader {

    /** @throws IllegalArgumentException if its id is taken */
    void add(Concept concept);

    /** @throws IllegalArgumentException if its id is taken, or its concept or a parent in that concept is not there */
    void add(Version version);

    /** @throws IllegalArgumentException if its id is taken, or its concept is not there */
    void add(Job job);

    /**
     * Replaces {@code current} by {@code next}, unless somebody else has moved the job on meanwhile.
     *
     * @return whether the job still had the status and attempt of {@code current}
     */
    boolean replace(Job current, Job next);
}
