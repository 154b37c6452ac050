package dev.pentimento.app.cli;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.in.ShowJob;
import java.util.List;

/** Jobs of earlier runs that were ended before their job was, and that nobody has taken up since. */
final class LeftLying {
    /** Enough to find what was left lately without reading a long history. */
    private static final int LOOK_BACK = 50;

    private final Session session;
    private final Workbench bench;

    LeftLying(Session session, Workbench bench) {
        this.session = session;
        this.bench = bench;
    }

    /** Says so in one line where there are any beside {@code own}, and how they go on. */
    void tell(JobId own) {
        List<JobId> left = besides(own);
        if (!left.isEmpty()) {
            session.console()
                    .hint("Nobody works on job %s of an earlier run%s; to go on with it: pentimento work"
                            .formatted(left.get(0), left.size() > 1 ? " and %d more".formatted(left.size() - 1) : ""));
        }
    }

    private List<JobId> besides(JobId own) {
        Neglect neglect = Neglect.in(session);
        return bench.useCases().listJobs().handle(new ListJobs.Query(UserId.LOCAL, LOOK_BACK)).stream()
                .filter(job -> !job.isFinal() && !job.id().equals(own))
                .map(job -> bench.useCases().showJob().handle(ShowJob.Query.of(job.id())))
                .filter(neglect::of)
                .map(ShowJob.Details::job)
                .map(Job::id)
                .toList();
    }
}
