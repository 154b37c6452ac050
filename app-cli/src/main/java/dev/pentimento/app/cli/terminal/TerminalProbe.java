package dev.pentimento.app.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds out whether standard output and standard error are terminals, each for itself; {@link System#console()} can only tell about all
 * streams together, and differently from Java 22 on.
 *
 * <p>The launcher knows and says so in {@code PENTIMENTO_TTY_OUT} and {@code PENTIMENTO_TTY_ERR} (1 or 0); without it the process's open
 * files are looked at, and where there is no {@code /proc} the shell is asked.
 */
final class TerminalProbe {
    private static final Pattern TERMINAL_DEVICE = Pattern.compile("/dev/(pts/|tty|console).*");

    private final Map<String, String> environment;

    TerminalProbe(Map<String, String> environment) {
        this.environment = environment;
    }

    boolean outIsTerminal() {
        return isTerminal("PENTIMENTO_TTY_OUT", 1);
    }

    boolean errIsTerminal() {
        return isTerminal("PENTIMENTO_TTY_ERR", 2);
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
            return TERMINAL_DEVICE
                    .matcher(Files.readSymbolicLink(open).toString())
                    .matches();
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
