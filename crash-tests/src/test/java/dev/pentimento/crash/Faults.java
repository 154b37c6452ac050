package dev.pentimento.crash;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What this process has to suffer, by its system properties: {@code fault.halt=POINT:n} ends it, and {@code fault.stop=POINT:n} stops it until it is
 * continued from outside, the n-th time it reaches a point; {@code fault.forget} takes a protection away.
 */
final class Faults {
    /** The exit code of a process that halted, so that it cannot be taken for one that failed. */
    static final int HALTED = 77;

    static final String HALT = "fault.halt";
    static final String STOP = "fault.stop";
    static final String FORGET = "fault.forget";

    private static final Faults OURS = new Faults();

    private final @Nullable Trap halt = Trap.of(System.getProperty(HALT));
    private final @Nullable Trap stop = Trap.of(System.getProperty(STOP));

    private Faults() {}

    /** A protection that can be taken away, to show that the suite notices. */
    enum Protection {
        /** That a call is marked before its first byte leaves. */
        SENDING,
        /** That a job's former worker writes nothing. */
        FENCE,
        /** That nothing is ordered for which there is no room. */
        ROOM,
        /** That a process which ends waits for what only it can wait for. */
        FAREWELL,
        /** That what a worker has to write down is tried again while others hold the database. */
        INSISTENCE
    }

    private static final class Trap {
        private final CommitPoint point;
        private final AtomicInteger left;

        private Trap(CommitPoint point, int times) {
            this.point = point;
            this.left = new AtomicInteger(times);
        }

        static @Nullable Trap of(@Nullable String text) {
            if (text == null) {
                return null;
            }
            String[] parts = text.split(":", 2);
            return new Trap(CommitPoint.valueOf(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean snaps(CommitPoint reached) {
            return reached == point && left.decrementAndGet() == 0;
        }
    }

    static void reach(CommitPoint point) {
        OURS.reached(point);
    }

    /** Whether points are watched for in this process at all. */
    static boolean areExpected() {
        return OURS.halt != null || OURS.stop != null || System.getProperty(FORGET) != null;
    }

    static boolean forget(Protection protection) {
        return protection.name().equals(System.getProperty(FORGET));
    }

    private void reached(CommitPoint point) {
        if (halt != null && halt.snaps(point)) {
            Runtime.getRuntime().halt(HALTED);
        }
        if (stop != null && stop.snaps(point)) {
            stopHere();
        }
    }

    /** Returns when somebody has continued the process. */
    private static void stopHere() {
        try {
            String pid = Long.toString(ProcessHandle.current().pid());
            Process signal =
                    new ProcessBuilder("kill", "-STOP", pid).inheritIO().start();
            signal.waitFor(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            throw new IllegalStateException("This process cannot be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
