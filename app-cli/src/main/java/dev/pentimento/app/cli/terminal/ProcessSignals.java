package dev.pentimento.app.cli.terminal;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * The signals of this process. Java tells by itself that the process is to end, but not by which signal; for that there is only
 * {@code sun.misc.Signal}, which is reached for by name because it may be gone in a newer Java. Then everything passes for Ctrl-C.
 */
final class ProcessSignals implements Interrupts {
    /** As shells say of a process that Ctrl-C ended. */
    private static final int ENDED_BY_CTRL_C = 130;

    private volatile Cause cause = Cause.CTRL_C;

    @Override
    public Watch onInterrupt(Consumer<Cause> action) {
        Thread hook = new Thread(() -> action.accept(cause), "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> forget(hook);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, perhaps because of the very interrupt: nothing is left to forget
            return;
        }
    }

    @Override
    public void tellApart() {
        try {
            onCtrlC(this::endByCtrlC);
            cause = Cause.TERMINATION;
        } catch (ReflectiveOperationException e) {
            cause = Cause.CTRL_C;
        }
    }

    private void endByCtrlC() {
        cause = Cause.CTRL_C;
        Runtime.getRuntime().exit(ENDED_BY_CTRL_C);
    }

    /** Does nothing where the process was started so that it ignores Ctrl-C. */
    private static void onCtrlC(Runnable action) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object running = Proxy.newProxyInstance(
                ProcessSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    action.run();
                    return null;
                });
        Object ctrlC = signal.getConstructor(String.class).newInstance("INT");
        signal.getMethod("handle", signal, handler).invoke(null, ctrlC, running);
    }
}
