package dev.pentimento.app.cli.terminal;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;

/** The surroundings of this operating system process. */
public final class ProcessSurroundings {
    private ProcessSurroundings() {}

    /** @param program has the method {@code main} */
    public static Surroundings of(Class<?> program) {
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
                Clock::systemDefaultZone,
                new ProcessSignals(),
                new DetachedProcess(program));
    }
}
