package dev.pentimento.provider.http;

import java.nio.charset.StandardCharsets;

/** What a vendor says, as far as it may stand in a message of ours: one short line without keys and control characters. */
public final class Excerpt {
    /** In characters (UTF-16 units), the mark of what was cut included. */
    public static final int MAX_LENGTH = 240;

    private static final String CUT = "...";

    private Excerpt() {}

    /** Of a body that should be text. */
    public static String of(byte[] body, Secret key) {
        int enough = Math.min(body.length, 64 * MAX_LENGTH);
        return of(new String(body, 0, enough, StandardCharsets.UTF_8), key);
    }

    /** The key is masked before anything is cut, so that no part of it remains. */
    public static String of(String text, Secret key) {
        String line = key.mask(text)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\uFFFD\\s]+", " ")
                .strip();
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = MAX_LENGTH - CUT.length();
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
