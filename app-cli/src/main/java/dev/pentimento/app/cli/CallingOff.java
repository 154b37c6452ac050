package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Interruption.Answer;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.in.RunBatch;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls a batch off when the run is to end before it is done; one that is not begun yet, as soon as it is. Safe for use by several threads. */
final class CallingOff implements Consumer<RunBatch.News> {
    /** A little more than a call under way has time to finish. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final Session session;
    private final Workbench bench;
    private final Failures failures;
    private volatile @Nullable Cause cause;
    private volatile @Nullable BatchId batch;

    CallingOff(Session session, Workbench bench, Failures failures) {
        this.session = session;
        this.bench = bench;
        this.failures = failures;
    }

    Answer answer(Cause why) {
        cause = why;
        session.console().hint("Ending; nothing new is begun, and calls under way have 30 seconds to finish");
        return new Answer(this::callOff, PATIENCE);
    }

    /** Null while the run may go on. */
    @Nullable Cause cause() {
        return cause;
    }

    @Override
    public void accept(RunBatch.News news) {
        if (news instanceof RunBatch.Begun begun) {
            batch = begun.batch().id();
            if (cause != null) {
                callOff();
            }
        }
    }

    private void callOff() {
        BatchId begun = batch;
        if (begun == null) {
            return;
        }
        try {
            bench.useCases().cancelBatch().handle(new CancelBatch.Command(UserId.LOCAL, begun));
        } catch (PentimentoException e) {
            failures.tell(e);
        }
    }
}
