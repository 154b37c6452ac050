package dev.pentimento.bootstrap;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.CountOpenJobs;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a worker stays that is there only for what is to be done now. */
final class Shift {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Duty duty;
    private final CountOpenJobs openJobs;

    Shift(Duty duty, CountOpenJobs openJobs) {
        this.duty = duty;
        this.openJobs = openJobs;
    }

    /**
     * Returns when no job was open for {@code calm}, and nobody was told in the meantime that somebody is here to do his: whoever submits a job looks
     * for somebody on duty afterwards, so after the end of duty all jobs can be seen that were left to us.
     */
    void last(Duration calm) throws InterruptedException {
        awaitCalm(calm);
        duty.end();
        while (!isAllDone()) {
            duty.begin();
            awaitCalm(calm);
            duty.end();
        }
    }

    private void awaitCalm(Duration calm) throws InterruptedException {
        long since = System.nanoTime();
        boolean done = isAllDone();
        while (!done || System.nanoTime() - since < calm.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            done = isAllDone();
            since = done ? since : System.nanoTime();
        }
    }

    /** Not for certain while the records cannot be read. */
    private boolean isAllDone() {
        try {
            return openJobs.handle().total() == 0;
        } catch (StorageFailure e) {
            return false;
        }
    }
}
