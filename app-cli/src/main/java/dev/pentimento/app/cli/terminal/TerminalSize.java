package dev.pentimento.app.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines and columns the terminal has, each at least 1. */
record TerminalSize(int lines, int columns) {
    private static final TerminalSize USUAL = new TerminalSize(24, 80);
    private static final Pattern LINES_AND_COLUMNS = Pattern.compile("([1-9]\\d{0,4}) ([1-9]\\d{0,4})\\s*");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

    /** As the shell says in {@code LINES} and {@code COLUMNS}, else as the terminal says, else the usual. */
    static TerminalSize of(Map<String, String> environment) {
        OptionalInt lines = told(environment, "LINES");
        OptionalInt columns = told(environment, "COLUMNS");
        if (lines.isPresent() && columns.isPresent()) {
            return new TerminalSize(lines.getAsInt(), columns.getAsInt());
        }
        TerminalSize asked = ask();
        return new TerminalSize(lines.orElse(asked.lines), columns.orElse(asked.columns));
    }

    private static OptionalInt told(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return NUMBER.matcher(value).matches() ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    private static TerminalSize ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = LINES_AND_COLUMNS.matcher(answer);
            return size.matches()
                    ? new TerminalSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                    : USUAL;
        } catch (IOException e) {
            return USUAL;
        }
    }
}
