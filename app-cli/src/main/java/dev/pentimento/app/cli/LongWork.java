package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.JobProgress;
import dev.pentimento.domain.history.Progress;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something that takes long and is no job: shows how it gets on, and breaks it off on Ctrl-C. */
final class LongWork {
    private final Session session;
    private final AtomicBoolean interrupted = new AtomicBoolean();

    LongWork(Session session) {
        this.session = session;
    }

    /**
     * What {@code work} gives.
     *
     * @param task what is being done, in a word
     * @param work tells its listener how it gets on
     */
    <T> T carryOut(String task, Function<Consumer<Progress>, T> work) {
        JobProgress progress = session.console().progress(task);
        session.interruption().takesBack(() -> interrupted.set(true));
        try {
            return work.apply(step -> show(step, progress));
        } finally {
            session.interruption().takesNothingBack();
            progress.close();
        }
    }

    private void show(Progress step, JobProgress progress) {
        if (interrupted.get()) {
            throw new ProviderFailure.Canceled("Interrupted; nothing was changed");
        }
        progress.show(step);
    }
}
