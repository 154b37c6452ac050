package dev.pentimento.app.cli.terminal;

/** Tells when the user wants the run to end (Ctrl-C). */
@FunctionalInterface
public interface Interrupts {

    /** Runs {@code action} on another thread when the user interrupts, unless the watch is closed by then. The run ends after it. */
    Watch onInterrupt(Runnable action);

    /** Ends the watching. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
