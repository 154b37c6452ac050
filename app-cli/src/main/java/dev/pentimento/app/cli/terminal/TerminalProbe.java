package dev.pentimento.app.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whether standard output and standard error are terminals, each for itself; {@link System#console()} can only tell about all
 * streams together, and differently from Java 22 on.
 *
 * <p>The launcher knows and says so in {@code PENTIMENTO_TTY_OUT} and {@code PENTIMENTO_TTY_ERR} (1 or 0); without it the process's open
 * files are looked at, and where there is no {@code /proc} the shell is asked.
 */
final class TerminalProbe {
    private static final List<String> TERMINAL_DEVICES = List.of("/dev/pts/", "/dev/tty", "/dev/console");

    private static final String OUT_HINT = "PENTIMENTO_TTY_OUT";
    private static final String ERR_HINT = "PENTIMENTO_TTY_ERR";

    private final Map<String, String> environment;

    TerminalProbe(Map<String, String> environment) {
        this.environment = environment;
    }

    boolean outIsTerminal() {
        return isTerminal(OUT_HINT, 1);
    }

    boolean errIsTerminal() {
        return isTerminal(ERR_HINT, 2);
    }

    /** What the launcher says here is no setting, though it is called like one. */
    static Map<String, String> withoutHints(Map<String, String> environment) {
        Map<String, String> others = new HashMap<>(environment);
        others.keySet().removeAll(Set.of(OUT_HINT, ERR_HINT));
        return others;
    }

    private boolean isTerminal(String variable, int descriptor) {
        String told = environment.get(variable);
        if (told != null) {
            return told.equals("1");
        }
        Path open = Path.of("/proc/self/fd", Integer.toString(descriptor));
        return Files.isSymbolicLink(open) ? isTerminalDevice(open) : shellSaysTerminal(descriptor);
    }

    private static boolean isTerminalDevice(Path open) {
        try {
            String device = Files.readSymbolicLink(open).toString();
            return TERMINAL_DEVICES.stream().anyMatch(device::startsWith);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean shellSaysTerminal(int descriptor) {
        try {
            return new ProcessBuilder("/bin/sh", "-c", "[ -t " + descriptor + " ]")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
