package dev.pentimento.adapters.web.live;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReportJobs;
import java.util.OptionalLong;

/**
 * Tells where the events of jobs end: with the job, unless that is tried once more. A final job and its last event are recorded together, so that nobody
 * is sent away between them.
 */
public final class JobEnds {
    private static final OptionalLong AT_ONCE = OptionalLong.of(0);

    private final ReportJobs reportJobs;

    public JobEnds(ReportJobs reportJobs) {
        this.reportJobs = reportJobs;
    }

    End of(UserId user, JobId job) {
        return () -> number(user, job);
    }

    private OptionalLong number(UserId user, JobId job) {
        try {
            ReportJobs.Report report = reportJobs
                    .handle(new ReportJobs.Query(user, new ReportJobs.One(job)))
                    .get(0);
            return report.job().isFinal()
                    ? OptionalLong.of(
                            report.lastEvent().map(RecordedEvent::ofJob).orElse(0L))
                    : OptionalLong.empty();
        } catch (UnknownReference forgotten) {
            return AT_ONCE;
        }
    }
}
