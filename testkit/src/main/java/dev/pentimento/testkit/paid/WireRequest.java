package dev.pentimento.testkit.paid;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came over the wire. */
final class WireRequest {
    private static final int MAX_HEAD = 64_000;

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;

    private WireRequest(String target, Map<String, String> headers, byte[] body) {
        String[] words = target.split(" ", 3);
        String[] pathAndQuery = words[1].split("\\?", 2);
        this.method = words[0];
        this.path = pathAndQuery[0];
        this.query = pathAndQuery.length > 1 ? pathAndQuery[1] : "";
        this.headers = headers;
        this.body = body;
    }

    /** Empty if the client went away before it had said everything. */
    static Optional<WireRequest> read(InputStream source) throws IOException {
        InputStream in = new BufferedInputStream(source);
        List<String> head = head(in).lines().toList();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line : head.subList(1, head.size())) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[parts.length - 1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        return body.length < length ? Optional.empty() : Optional.of(new WireRequest(head.get(0), headers, body));
    }

    /** Without the empty line that ends it. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && head.length() < MAX_HEAD; letter = in.read()) {
            head.append((char) letter);
            if (letter == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
                return head.substring(0, head.length() - 4);
            }
        }
        return "";
    }

    /** Such as {@code POST /edits}. */
    String target() {
        return method + " " + path;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    byte[] body() {
        return body.clone();
    }
}
