package dev.pentimento.adapters.persistence;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Finishes what it begins although the thread is interrupted, and leaves the thread interrupted. Java closes files under an interrupted thread,
 * and an image that has been paid for must not get lost because its job is being canceled.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Does {@code deed} again where an interrupt breaks it off. */
    static <T> T finish(Deed<T> deed) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return deed.run();
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that may be done twice. */
    @FunctionalInterface
    interface Deed<T> {
        T run() throws IOException;
    }
}
