package dev.pentimento.adapters.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import okhttp3.Response;

/**
 * An answer as OpenAI's library wants to see it. One that comes in one piece is read at once, and can be read again should the library not understand
 * it; events are read as they come.
 */
final class Received implements HttpResponse {
    private static final String EVENTS = "text/event-stream";

    private final Response response;
    private final Headers headers;
    private final Supplier<InputStream> body;

    private Received(Response response, Supplier<InputStream> body) {
        this.response = response;
        this.headers = headersOf(response);
        this.body = body;
    }

    static Received of(Response response) throws IOException {
        if (isEvents(response)) {
            InputStream events = new EventBytes(response.body().byteStream());
            return new Received(response, () -> events);
        }
        byte[] whole = response.body().bytes();
        return new Received(response, () -> new ByteArrayInputStream(whole));
    }

    /** Whatever was asked for: some servers answer in one piece all the same, and errors come so everywhere. */
    private static boolean isEvents(Response response) {
        String type = response.header("Content-Type");
        return response.isSuccessful() && type != null && type.startsWith(EVENTS);
    }

    private static Headers headersOf(Response response) {
        return Headers.builder().putAll(response.headers().toMultimap()).build();
    }

    static boolean comesAsEvents(HttpResponse response) {
        return response.body() instanceof EventBytes;
    }

    /** The body as far as it came. */
    static byte[] seenOf(HttpResponse response) {
        try (InputStream body = response.body()) {
            return body instanceof EventBytes events ? events.seen() : body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int statusCode() {
        return response.code();
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public InputStream body() {
        return body.get();
    }

    @Override
    public void close() {
        response.close();
    }
}
