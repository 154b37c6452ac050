package dev.pentimento.testkit.paid;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Speaks to the server. Sends everything exactly once: it follows no redirects, and the JDK's client repeats by itself only what is not a POST.
 * Safe for use by several threads.
 */
final class PaidClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final URI url;
    private final String key;

    /** @param key empty = none */
    PaidClient(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    HttpRequest order(String path, byte[] json, String idempotencyKey) {
        return request(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header(PaidFields.IDEMPOTENCY_HEADER, idempotencyKey)
                .POST(BodyPublishers.ofByteArray(json))
                .build();
    }

    HttpRequest question(String address) {
        return request(URI.create(address)).GET().build();
    }

    HttpRequest cancellation(String address) {
        return request(URI.create(address)).PUT(BodyPublishers.noBody()).build();
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    /** Cancelling what it returns breaks the connection off. */
    CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofByteArray());
    }
}
