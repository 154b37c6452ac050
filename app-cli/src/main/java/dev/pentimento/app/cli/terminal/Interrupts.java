package dev.pentimento.app.cli.terminal;

import java.util.function.Consumer;

/** Tells when the run is to end before it is done. */
@FunctionalInterface
public interface Interrupts {

    /** Runs {@code action} on another thread when the run is to end, unless the watch is closed by then. The run ends after it. */
    Watch onInterrupt(Consumer<Cause> action);

    /** From now on causes are told apart; until then everything passes for Ctrl-C. It takes a moment, so it is only for runs to which it matters. */
    default void tellApart() {}

    /** Why the run is to end. */
    enum Cause {
        /** The user is there and wants it. */
        CTRL_C,
        /** Somebody or something else does: a shutdown, a terminal that is gone. */
        TERMINATION
    }

    /** Ends the watching. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
