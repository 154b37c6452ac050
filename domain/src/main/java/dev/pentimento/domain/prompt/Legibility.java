package dev.pentimento.domain.prompt;

import java.util.regex.Pattern;

/** What of a text that somebody sends can be read by others. One rule for prompts from wherever they come. */
public final class Legibility {
    /** Control characters but for tabs and line breaks, surrogates without their other half, and what stands for bytes that were no character. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]|\\p{Cs}|\\uFFFD");

    /** Blanks of all kinds, and what only steers how other characters are written. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\u0085\\u034F\\u115F\\u1160\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0]*");

    private Legibility() {}

    /** Whether nothing of it can be seen. */
    public static boolean isBlank(String text) {
        return INVISIBLE.matcher(text).matches();
    }

    /** The text as it is; empty where nothing of it can be seen. */
    public static String visible(String text) {
        return isBlank(text) ? "" : text;
    }

    /** Whether all of it are characters. What is not could not be kept as it was sent, and nobody could see later what was asked for. */
    public static boolean isReadable(String text) {
        return !UNREADABLE.matcher(text).find();
    }
}
