package dev.pentimento.app.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns the terminal has. */
final class TerminalWidth {
    private static final int USUAL = 80;
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ ([1-9]\\d{0,4})\\s*");
    private static final Pattern COLUMNS = Pattern.compile("[1-9]\\d{0,4}");

    private TerminalWidth() {}

    /** As the shell says in {@code COLUMNS}, else as the terminal says, else the usual. */
    static int of(Map<String, String> environment) {
        String told = environment.getOrDefault("COLUMNS", "");
        return COLUMNS.matcher(told).matches() ? Integer.parseInt(told) : ask();
    }

    private static int ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = ROWS_AND_COLUMNS.matcher(answer);
            return size.matches() ? Integer.parseInt(size.group(1)) : USUAL;
        } catch (IOException e) {
            return USUAL;
        }
    }
}
