package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lettering that a text asks for: what stands in quotes, or after "called".
 *
 * @param rest the texts without it
 */
record NamesInWords(List<String> found, List<String> rest) {
    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";
    private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{N}'\u2019&.-]*";
    private static final Pattern QUOTED = Pattern.compile("[" + QUOTES + "]([^" + QUOTES + "]+)[" + QUOTES + "]"
            + "|(?<![\\p{L}\\p{N}])['\u2018]([^'\u2018\u2019]+)['\u2019](?![\\p{L}\\p{N}])");
    private static final Pattern CALLED = Pattern.compile("\\b(?:called|named|titled|entitled|saying|says)\\s+(?:("
            + CAPITALISED + "(?:\\s+(?:(?:&|and|und|et|e|y|of|the|de|di|la)\\s+)?" + CAPITALISED
            + ")*)|([\\p{L}\\p{N}'\u2019-]+))");
    /** A whole text that is a name and nothing else. */
    private static final Pattern ONLY_A_NAME = Pattern.compile(
            "((?!An? |The )" + CAPITALISED + "(?:\\s+(?:(?:&|and|und|et|e|y|of)\\s+)?" + CAPITALISED + "){0,3})");

    /** What stands in quotes. */
    static List<String> quotedIn(String text) {
        Set<String> found = new LinkedHashSet<>();
        take(QUOTED, text, found);
        return List.copyOf(found);
    }

    /** The first text is the instruction; a later one may consist of a name only. */
    static NamesInWords of(List<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        List<String> rest = new ArrayList<>();
        for (String text : texts) {
            String unquoted = take(QUOTED, text, found);
            rest.add(found.isEmpty() ? take(CALLED, unquoted, found) : unquoted);
        }
        if (found.isEmpty()) {
            Matcher logo = ONLY_A_NAME.matcher(texts.get(1));
            if (logo.matches()) {
                found.add(logo.group(1));
            }
        }
        return new NamesInWords(List.copyOf(found), rest);
    }

    private static String take(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            found.add((matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                    .strip()
                    .replaceAll("[.,]+$", ""));
            matcher.appendReplacement(rest, " ");
        }
        return matcher.appendTail(rest).toString();
    }
}
