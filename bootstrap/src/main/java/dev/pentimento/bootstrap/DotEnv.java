package dev.pentimento.bootstrap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env}: {@code NAME=value}, {@code export NAME=value}, comments, quotes. What stands in quotes may go over several lines.
 *
 * <p>The file belongs to the directory and may serve other programs: what is no assignment is passed over.
 */
final class DotEnv {
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "^[ \\t]*(?:export[ \\t]+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)[ \\t]*=[ \\t]*"
                    + "(?:'(?<single>[^']*+)'|\"(?<both>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|(?<plain>[^'\"#\\s].*?)?)"
                    + "(?:[ \\t]+#.*|[ \\t]*)$",
            Pattern.MULTILINE);

    private DotEnv() {}

    /** @param name of the file for people */
    static Variables parse(String content, String name) {
        Map<String, SourcedText> byName = new LinkedHashMap<>();
        Matcher found = ASSIGNMENT.matcher(content);
        while (found.find()) {
            byName.put(
                    found.group("name"),
                    new SourcedText(value(found), name + ":" + line(content, found.start("name"))));
        }
        return new Variables(byName);
    }

    private static String value(Matcher found) {
        if (found.group("single") != null) {
            return found.group("single");
        }
        if (found.group("both") != null) {
            return found.group("both").replaceAll("\\\\([\"\\\\$])", "$1");
        }
        return found.group("plain") == null ? "" : found.group("plain");
    }

    private static long line(String content, int end) {
        return 1 + content.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
