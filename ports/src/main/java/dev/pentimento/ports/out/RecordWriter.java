package dev.pentimento.ports.out;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import java.util.List;

/** What can be done to the records within a transaction. */
public interface RecordWriter extends RecordReader {

    /** @throws IllegalArgumentException if its id is taken */
    void add(Concept concept);

    /** @throws IllegalArgumentException if its id is taken, or its concept or a parent in that concept is not there */
    void add(Version version);

    /** @throws IllegalArgumentException if its id is taken, or its concept is not there */
    void add(Job job);

    /** As {@link #add(Version)} one after the other, and faster. */
    void addVersions(List<Version> versions);

    /** As {@link #add(Job)} one after the other, and faster. */
    void addJobs(List<Job> jobs);

    /**
     * Replaces {@code current} by {@code next}, unless somebody else has moved the job on meanwhile.
     *
     * @return whether the job still had the status and attempt of {@code current}
     */
    boolean replace(Job current, Job next);
}
