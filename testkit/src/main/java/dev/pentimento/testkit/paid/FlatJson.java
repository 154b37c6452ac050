package dev.pentimento.testkit.paid;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** JSON objects of nothing but texts and whole numbers, which is all that passes between the server and its client. */
final class FlatJson {
    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    static byte[] write(Map<String, ?> fields) {
        return line(fields).getBytes(StandardCharsets.UTF_8);
    }

    static String line(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + value(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append("\\u%04x".formatted((int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    /** The fields of an object, numbers as they were written; empty if it is none. */
    static Optional<Map<String, String>> read(byte[] body) {
        FlatJson json = new FlatJson(new String(body, StandardCharsets.UTF_8).strip());
        try {
            return Optional.of(json.object());
        } catch (IllegalArgumentException | IndexOutOfBoundsException notJson) {
            return Optional.empty();
        }
    }

    private Map<String, String> object() {
        Map<String, String> fields = new LinkedHashMap<>();
        expect('{');
        while (next() != '}') {
            String name = quotedText();
            next();
            expect(':');
            fields.put(name, next() == '"' ? quotedText() : word());
            if (next() == ',') {
                at++;
            }
        }
        at++;
        if (at != text.length()) {
            throw new IllegalArgumentException("More than one object");
        }
        return fields;
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private void expect(char letter) {
        if (text.charAt(at) != letter) {
            throw new IllegalArgumentException("Expected %s at %d".formatted(letter, at));
        }
        at++;
    }

    private String quotedText() {
        expect('"');
        StringBuilder unquoted = new StringBuilder();
        while (text.charAt(at) != '"') {
            char letter = text.charAt(at++);
            unquoted.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return unquoted.toString();
    }

    private char escaped() {
        char letter = text.charAt(at++);
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> letter;
        };
    }

    private String word() {
        int start = at;
        while (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("No value at " + at);
        }
        return text.substring(start, at);
    }
}
