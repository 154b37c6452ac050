package dev.pentimento.app.cli;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.in.ShowJob;
import java.time.Duration;

/** Looks now and then whether anybody works on a job that is watched, and says so once when nobody does. */
final class Vigil {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JobId job;
    private final Session session;
    private final Workbench bench;
    private boolean told;

    private Vigil(JobId job, Session session, Workbench bench) {
        this.job = job;
        this.session = session;
        this.bench = bench;
    }

    static Pulse begin(JobId job, Session session, Workbench bench) {
        return Pulse.every(PAUSE, new Vigil(job, session, bench)::look);
    }

    private void look() {
        if (!told) {
            Neglect.in(session)
                    .wayOn(bench.useCases().showJob().handle(ShowJob.Query.of(job)))
                    .ifPresent(this::tell);
        }
    }

    private void tell(String wayOn) {
        told = true;
        session.console().hint(wayOn);
    }
}
