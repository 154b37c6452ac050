package dev.pentimento.domain.evaluation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with an image.
 *
 * @param kind in a word, such as {@code anatomy}
 * @param checks ids of the checks it makes fail; may be empty
 * @param box where it is; null = everywhere, or nobody knows
 */
public record Issue(
        String kind,
        Severity severity,
        String description,
        List<String> checks,
        @Nullable Box box) {
    public Issue {
        checks = List.copyOf(checks);
    }

    /** How bad it is. */
    public enum Severity {
        CRITICAL,
        MAJOR,
        MINOR;

        /** The word in JSON, such as {@code critical}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A rectangle in fractions (0..1) of the image's width and height. */
    public record Box(double x, double y, double width, double height) {
        public Box {
            if (!(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.000_001 && y + height <= 1.000_001)) {
                throw new IllegalArgumentException(
                        "A box must lie within 0..1 but is %s,%s %sx%s".formatted(x, y, width, height));
            }
        }
    }
}
