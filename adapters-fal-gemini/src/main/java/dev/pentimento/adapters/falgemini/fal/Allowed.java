package dev.pentimento.adapters.falgemini.fal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one parameter of an endpoint may be. Each kind has a notation, in which the tables of {@link Endpoints} are written: {@code text},
 * {@code url}, {@code urls}, {@code flag}, {@code size}, {@code 1..8} for whole numbers, {@code 0.05..1.0} for all numbers, {@code jpeg|png} for one
 * of a few words.
 */
sealed interface Allowed {
    /** In characters. */
    int LONGEST_SHOWN = 40;

    /**
     * The value as it goes into the JSON.
     *
     * @throws IllegalArgumentException if it may not be that; the message says what it must be
     */
    Object read(String value);

    /** @throws IllegalArgumentException if this is no notation */
    static Allowed of(String notation) {
        return switch (notation) {
            case "text" -> new Text();
            case "url" -> new Url();
            case "urls" -> new Urls();
            case "flag" -> new Flag();
            case "size" -> new Size();
            default -> Range.matches(notation) ? Range.of(notation) : Choice.of(notation);
        };
    }

    /** Shows the beginning of the value: a picture may be as long as it likes. */
    private static IllegalArgumentException not(String what, String value) {
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
        return new IllegalArgumentException("must be %s but is '%s'".formatted(what, shown));
    }

    /** Words. */
    record Text() implements Allowed {
        @Override
        public Object read(String value) {
            if (value.isBlank()) {
                throw not("words", value);
            }
            return value;
        }
    }

    /** Where a picture lies, or the picture itself as a data URI. */
    record Url() implements Allowed {
        private static final Pattern FORM = Pattern.compile("(?s)(https?://|data:image/).+");

        @Override
        public Object read(String value) {
            if (!FORM.matcher(value).matches()) {
                throw not("the URL of a picture", value);
            }
            return value;
        }
    }

    /** Any number of those, one per line. */
    record Urls() implements Allowed {
        @Override
        public Object read(String value) {
            return value.lines().map(new Url()::read).toList();
        }
    }

    /** Yes or no. */
    record Flag() implements Allowed {
        @Override
        public Object read(String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw not("true or false", value);
            }
            return Boolean.valueOf(value);
        }
    }

    /** A width and a height, such as {@code 1024x768}. */
    record Size() implements Allowed {
        private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

        @Override
        public Object read(String value) {
            Matcher sides = FORM.matcher(value);
            if (!sides.matches()) {
                throw not("a size such as 1024x768", value);
            }
            Map<String, Object> size = new LinkedHashMap<>();
            size.put("width", Integer.valueOf(sides.group(1)));
            size.put("height", Integer.valueOf(sides.group(2)));
            return size;
        }
    }

    /** A number between two others, both included. */
    record Range(BigDecimal least, BigDecimal most, boolean whole) implements Allowed {
        private static final Pattern FORM = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");

        static boolean matches(String notation) {
            return FORM.matcher(notation).matches();
        }

        static Range of(String notation) {
            Matcher ends = FORM.matcher(notation);
            if (!ends.matches()) {
                throw not("a range such as 1..8", notation);
            }
            BigDecimal least = new BigDecimal(ends.group(1));
            BigDecimal most = new BigDecimal(ends.group(2));
            return new Range(least, most, least.scale() == 0 && most.scale() == 0);
        }

        @Override
        public Object read(String value) {
            BigDecimal number = number(value);
            boolean within = least.compareTo(number) <= 0 && number.compareTo(most) <= 0;
            if (!within || (whole && number.stripTrailingZeros().scale() > 0)) {
                throw not(toString(), value);
            }
            return whole ? (Object) number.longValueExact() : number;
        }

        private BigDecimal number(String value) {
            try {
                return new BigDecimal(value);
            } catch (NumberFormatException e) {
                throw not(toString(), value);
            }
        }

        /** The number of the range that is nearest to this one. */
        BigDecimal nearest(BigDecimal number) {
            return number.max(least).min(most);
        }

        @Override
        public String toString() {
            return "a %snumber from %s to %s".formatted(whole ? "whole " : "", least, most);
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements Allowed {
        private static final Pattern FORM = Pattern.compile("[\\w:.-]+(\\|[\\w:.-]+)+");

        static Choice of(String notation) {
            if (!FORM.matcher(notation).matches()) {
                throw not("text, url, urls, flag, size, a range such as 1..8 or a choice such as jpeg|png", notation);
            }
            return new Choice(Arrays.asList(notation.split("\\|")));
        }

        @Override
        public Object read(String value) {
            if (!words.contains(value)) {
                throw not("one of " + String.join(", ", words), value);
            }
            return value;
        }
    }
}
