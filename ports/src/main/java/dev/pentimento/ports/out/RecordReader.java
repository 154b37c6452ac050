package dev.pentimento.ports.out;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be asked of the records within a transaction; not to be used after it. */
public interface RecordReader {

    Optional<Concept> concept(ConceptId id);

    /** Newest first. */
    List<Concept> concepts(UserId owner);

    /** The owner's concept that gained a version or a job last, of those that have a version. */
    Optional<Concept> lastWorkedOn(UserId owner);

    Optional<Version> version(VersionId id);

    /** In creation order: the order in which they were added. */
    List<Version> versions(ConceptId concept);

    /** The owner's versions whose image, or whose imported file, has this digest; newest first. */
    List<Version> versionsHolding(UserId owner, ImageDigest digest);

    /** The owner's versions whose id begins with {@code prefix} (lower case, with hyphens); newest first. */
    List<Version> versionsStartingWith(UserId owner, String prefix);

    /** Those of {@code ids} that are recorded, whoever owns them, in any order. */
    List<Version> versionsNamed(Collection<VersionId> ids);

    Optional<Job> job(JobId id);

    /** Those of {@code ids} that are recorded, whoever owns them, in any order. */
    List<Job> jobsNamed(Collection<JobId> ids);

    /** In the order in which they were added. */
    List<Job> jobs(ConceptId concept);
}
