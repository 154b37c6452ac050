package dev.pentimento.ports.in;

import dev.pentimento.domain.job.JobStatus;
import java.util.Map;

/** Counts the jobs of all owners that have each status, those that are over included. */
public interface CountJobs {

    /** Every status, also where there is no such job. */
    Map<JobStatus, Long> handle();
}
