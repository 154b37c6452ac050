package dev.pentimento.provider.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;

/** What a vendor answered, whole. */
public final class Reply {
    private final int status;
    private final Headers headers;
    private final byte[] body;

    private Reply(int status, Headers headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Reads the answer to its end, for whoever looks at it before a vendor's library does; the library then needs another body. */
    public static Reply of(Response response) throws IOException {
        return new Reply(response.code(), response.headers(), response.body().bytes());
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The last value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** In lower case and without parameters, such as {@code image/png}; empty if the vendor does not say. */
    public String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    public byte[] body() {
        return body.clone();
    }

    /** How long the vendor asks us to wait; empty if it does not say. */
    public Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.in(this::header, now);
    }

    /** Nothing of the body. */
    @Override
    public String toString() {
        return "Reply[%d, %d bytes]".formatted(status, body.length);
    }
}
