package dev.pentimento.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets Ctrl-C take back the job that is waited for, and gives the run time to end in good order. */
final class Interruption {
    private static final int PATIENCE_SECONDS = 5;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Runnable takeBack;

    /** From now on an interrupt runs {@code action}, which takes work back. */
    void takesBack(Runnable action) {
        takeBack = action;
    }

    /** From now on an interrupt just ends the run. */
    void takesNothingBack() {
        takeBack = null;
    }

    /** Called when the user interrupts; returns when the run is over, or not soon enough. */
    void happens() {
        Runnable action = takeBack;
        if (action != null) {
            action.run();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            boolean ended = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
