package dev.pentimento.app.cli.report;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of HTML or SVG. Whatever text or value of an attribute comes in is escaped, so that nobody's words can become markup. Immutable.
 */
final class Markup {
    static final Markup NONE = new Markup("", "", "");

    /** These have no content and no end. */
    private static final Set<String> VOID = Set.of("img", "meta");

    /** Empty: a text, or several pieces in a row. */
    private final String element;

    private final String attributes;
    private final String content;

    private Markup(String element, String attributes, String content) {
        this.element = element;
        this.attributes = attributes;
        this.content = content;
    }

    static Markup text(String text) {
        return new Markup("", "", escaped(text));
    }

    static Markup all(Collection<Markup> pieces) {
        return new Markup("", "", pieces.stream().map(Markup::html).collect(Collectors.joining()));
    }

    static Markup all(Markup... pieces) {
        return all(List.of(pieces));
    }

    static Markup element(String name, Markup... content) {
        return new Markup(name, "", all(content).content);
    }

    static Markup element(String name, Collection<Markup> content) {
        return new Markup(name, "", all(content).content);
    }

    static Markup element(String name, String text) {
        return element(name, text(text));
    }

    /** One of an element that has a class for its looks. */
    static Markup styled(String name, String style, Markup... content) {
        return element(name, content).with("class", style);
    }

    static Markup styled(String name, String style, String text) {
        return styled(name, style, text(text));
    }

    /** A style sheet of ours; the only text that is not escaped. */
    static Markup css(String sheet) {
        return new Markup("style", "", sheet);
    }

    Markup with(String attribute, String value) {
        return new Markup(element, attributes + " " + attribute + "=\"" + escaped(value) + "\"", content);
    }

    String html() {
        if (element.isEmpty()) {
            return content;
        }
        String start = "<" + element + attributes + ">";
        return VOID.contains(element) ? start : start + content + "</" + element + ">";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> append(escaped, c);
            }
        });
        return escaped.toString();
    }

    /** Control characters are no part of HTML. */
    private static void append(StringBuilder escaped, int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        escaped.appendCodePoint(control || Character.getType(c) == Character.SURROGATE ? 0xfffd : c);
    }
}
