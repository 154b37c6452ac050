package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Interrupts;
import java.util.function.Consumer;

/** Signals that a test sends. */
final class FakeSignals implements Interrupts {
    private volatile Consumer<Cause> action = cause -> {};

    @Override
    public Watch onInterrupt(Consumer<Cause> whatToDo) {
        action = whatToDo;
        return () -> {};
    }

    /** On another thread, as the system does. */
    void send(Cause cause) {
        Thread system = new Thread(() -> action.accept(cause), "signal");
        system.setDaemon(true);
        system.start();
    }
}
