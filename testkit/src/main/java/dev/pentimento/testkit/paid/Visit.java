package dev.pentimento.testkit.paid;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** One connection that waits for its answer. There is one request per connection. */
final class Visit {
    private static final Map<String, String> NO_HEADERS = Map.of();

    private final Socket visitor;

    Visit(Socket visitor) {
        this.visitor = visitor;
    }

    void ok(byte[] json) throws IOException {
        answer(200, json, NO_HEADERS);
    }

    void answer(int status, byte[] body, Map<String, String> headers) throws IOException {
        head(status, body.length, headers);
        say(body);
    }

    /** Promises all of the body and delivers half of it. */
    void begin(byte[] body) throws IOException {
        head(200, body.length, NO_HEADERS);
        say(Arrays.copyOf(body, body.length / 2));
    }

    private void head(int status, int length, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 %d Scripted\r\n".formatted(status));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Connection: close\r\nContent-Length: ").append(length).append("\r\n\r\n");
        say(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void say(byte[] bytes) throws IOException {
        visitor.getOutputStream().write(bytes);
        visitor.getOutputStream().flush();
    }

    /** Says nothing more until the client goes away. */
    void fallSilent() throws IOException {
        while (visitor.getInputStream().read() >= 0) {}
    }

    /** Before that it is not certain that the client has noticed the connection at all, and it may quietly make another. */
    void crashOnFirstByte() throws IOException {
        visitor.getInputStream().read();
        crash();
    }

    /** Ends the connection as a crash would. */
    void crash() throws IOException {
        visitor.setSoLinger(true, 0);
        visitor.close();
    }
}
