package dev.pentimento.testkit.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the teapot vendor answered. */
final class TeapotReply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private TeapotReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** @param answer byte for byte in ISO 8859-1 */
    static TeapotReply parsed(String answer) throws IOException {
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = answer.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : head) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[parts.length - 1]);
        }
        String body = answer.substring(end + 4);
        String length = headers.getOrDefault("content-length", "-1");
        if (body.length() != Integer.parseInt(length)) {
            throw new IOException("Half of the answer is missing");
        }
        int status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
        return new TeapotReply(status, headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    int status() {
        return status;
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    byte[] body() {
        return body.clone();
    }
}
