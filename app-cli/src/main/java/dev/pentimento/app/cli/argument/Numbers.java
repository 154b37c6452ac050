package dev.pentimento.app.cli.argument;

import java.util.Arrays;
import java.util.List;

/** Numbers as they are typed; what is no number is named in the message. */
final class Numbers {
    private Numbers() {}

    static double decimal(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is not a number".formatted(text.strip()), e);
        }
    }

    static int whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is not a whole number".formatted(text.strip()), e);
        }
    }

    /** Those between commas. */
    static List<Double> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(Numbers::decimal).toList();
    }
}
