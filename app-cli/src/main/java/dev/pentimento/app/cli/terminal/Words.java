package dev.pentimento.app.cli.terminal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How values read for people. What users and providers wrote may hold anything, so it goes through {@link #line} before a terminal sees it. */
public final class Words {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");
    private static final int MICRO = 6;

    private Words() {}

    /** On one line, without control characters. */
    public static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /** On one line, of at most {@code length} characters. */
    public static String excerpt(String text, int length) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= length) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, length - 1)).strip() + "…";
    }

    /** {@code 83.1}. */
    public static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** {@code 0.9312}. */
    public static String fourDecimals(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** {@code $0.04}; with as many decimals as it has, and at least two. */
    public static String dollars(long microUsd) {
        BigDecimal amount = BigDecimal.valueOf(microUsd, MICRO).stripTrailingZeros();
        return "$" + amount.setScale(Math.max(2, amount.scale())).toPlainString();
    }

    /** {@code 31.4 MB}. */
    public static String megabytes(long bytes) {
        return oneDecimal(bytes / 1e6) + " MB";
    }

    /** To the minute, such as {@code 2026-11-20 14:05 UTC}. */
    public static String minute(Instant moment) {
        return MINUTE.format(moment);
    }

    /** How long ago something was, in its largest unit: {@code 40 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}. */
    public static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return age.toMinutes() + " min";
        }
        return age.toDays() > 0 ? age.toDays() + " d" : age.toHours() + " h";
    }

    /** {@code 1 version}, {@code 3 versions}. */
    public static String count(int number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
