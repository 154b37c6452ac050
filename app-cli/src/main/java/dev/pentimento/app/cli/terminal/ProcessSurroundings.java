package dev.pentimento.app.cli.terminal;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.ZoneId;

/** The surroundings of this operating system process. */
public final class ProcessSurroundings {
    private ProcessSurroundings() {}

    public static Surroundings current() {
        TerminalProbe probe = new TerminalProbe(System.getenv());
        return new Surroundings(
                // up to Java 21 a bare FileInputStream asks a pipe for its position, and fails
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                TerminalProbe.withoutHints(System.getenv()),
                Path.of("").toAbsolutePath(),
                probe.outIsTerminal(),
                probe.errIsTerminal(),
                ZoneId::systemDefault,
                ProcessSurroundings::onShutdown);
    }

    private static Interrupts.Watch onShutdown(Runnable action) {
        Thread hook = new Thread(action, "interrupted");
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
}
