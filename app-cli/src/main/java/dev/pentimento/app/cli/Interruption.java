package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Interrupts;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what is right when the run is to end before it is done, and gives it time to end in good order. */
final class Interruption {
    /** For what is called off. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Interrupts interrupts;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Function<Cause, Answer> answers;

    Interruption(Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    /**
     * What is done about it.
     *
     * @param patience how long the run may take to end then
     */
    record Answer(Runnable action, Duration patience) {
        /** Takes work back. */
        static Answer takingBack(Runnable action) {
            return new Answer(action, SHORT);
        }
    }

    /** From now on an interrupt runs {@code action}, which takes work back. */
    void takesBack(Runnable action) {
        answers = cause -> Answer.takingBack(action);
    }

    /** From now on what is done depends on the cause. */
    void isAnswered(Function<Cause, Answer> byCause) {
        interrupts.tellApart();
        answers = byCause;
    }

    /** From now on an interrupt just ends the run. */
    void takesNothingBack() {
        answers = null;
    }

    /** Called when the run is to end; returns when it is over, or not soon enough. */
    void happens(Cause cause) {
        Function<Cause, Answer> known = answers;
        if (known != null) {
            Answer answer = known.apply(cause);
            answer.action().run();
            awaitEnd(answer.patience());
        }
    }

    private void awaitEnd(Duration patience) {
        try {
            boolean ended = over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                takesNothingBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void runIsOver() {
        over.countDown();
    }
}
