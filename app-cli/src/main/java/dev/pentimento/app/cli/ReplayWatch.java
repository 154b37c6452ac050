package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.JobProgress;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.ReplayVersion;
import org.jspecify.annotations.Nullable;

/** Shows each step of a replay, and on Ctrl-C calls off the one that is being worked on; none follows it then. */
final class ReplayWatch implements ReplayVersion.Listener, AutoCloseable {
    private final Session session;
    private final Failures failures;
    private final Workbench bench;
    private @Nullable JobProgress progress;
    private @Nullable Job running;
    private boolean interrupted;

    ReplayWatch(Session session, Failures failures, Workbench bench) {
        this.session = session;
        this.failures = failures;
        this.bench = bench;
        session.interruption().takesBack(this::interrupt);
    }

    @Override
    public void begins(Job job, int number, int total) {
        endProgress();
        progress = session.console().progress("Step %d of %d".formatted(number, total));
        if (isInterrupted(job)) {
            cancel(job);
        }
    }

    @Override
    public void happens(JobEvent event) {
        if (progress != null) {
            progress.show(event);
        }
    }

    @Override
    public void close() {
        session.interruption().takesNothingBack();
        endProgress();
    }

    private synchronized boolean isInterrupted(Job job) {
        running = job;
        return interrupted;
    }

    private void interrupt() {
        Job job = runningWhenInterrupted();
        if (job != null) {
            cancel(job);
        }
    }

    private synchronized @Nullable Job runningWhenInterrupted() {
        interrupted = true;
        return running;
    }

    private void cancel(Job job) {
        try {
            bench.useCases().cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));
        } catch (PentimentoException e) {
            failures.tell(e);
        }
    }

    private void endProgress() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }
}
