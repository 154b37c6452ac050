package dev.pentimento.adapters.web.http;

/** The beginning and the end of a text that is too long to be told. */
final class Excerpt {
    private static final String GAP = " ... ";

    private Excerpt() {}

    /** @param most in characters, besides the gap */
    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int head = boundary(text, most / 2);
        int tail = boundary(text, text.length() - most / 2);
        return text.substring(0, head) + GAP + text.substring(tail);
    }

    /** Not between the halves of a character. */
    private static int boundary(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
