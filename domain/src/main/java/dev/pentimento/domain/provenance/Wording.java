package dev.pentimento.domain.provenance;

import java.util.regex.Pattern;

/** Makes texts fit for every file and every screen: no control characters but line ends, no half characters, no more than a limit. */
final class Wording {
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private Wording() {}

    /** At most {@code limit} characters; what is longer ends in an ellipsis. */
    static String clean(String text, int limit) {
        StringBuilder result = new StringBuilder();
        LINE_END.matcher(text).replaceAll("\n").codePoints().forEach(c -> result.appendCodePoint(isFit(c) ? c : ' '));
        return cut(result.toString().strip(), limit);
    }

    /** XML cannot hold the others. */
    private static boolean isFit(int c) {
        return c == '\n'
                || (!Character.isISOControl(c)
                        && Character.getType(c) != Character.SURROGATE
                        && (c & 0xfffe) != 0xfffe);
    }

    private static String cut(String text, int limit) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, limit - 1)).strip() + "…";
    }
}
