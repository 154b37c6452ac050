package dev.pentimento.adapters.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.GrantKey;
import dev.pentimento.ports.spi.Server;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.PaidServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real server on a home of its own, with a vendor who does what he is told, asked over the network. */
public final class TestServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MOVED = 300;

    public final PaidServer vendor;
    private final Pentimento pentimento;
    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final AtomicInteger keys = new AtomicInteger();

    private @Nullable Documented documented;

    private TestServer(Settings settings, PaidServer vendor) {
        this.vendor = vendor;
        this.pentimento = Pentimento.open(settings);
        this.server = serve(pentimento, vendor);
    }

    /** What does not start leaves nothing behind that would still write into a folder that is being deleted. */
    private static Server serve(Pentimento pentimento, PaidServer vendor) {
        try {
            return pentimento.serve();
        } catch (RuntimeException e) {
            pentimento.close();
            vendor.close();
            throw e;
        }
    }

    /** @param more settings in pairs: key, value */
    public static TestServer on(Path home, String... more) {
        PaidServer vendor = PaidServer.open();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("home", home.toString());
        settings.put("server.port", "0");
        settings.put("providers.edit", "paid,local");
        settings.put("providers.paid.url", vendor.url().toString());
        settings.put("providers.paid.price-micro-usd", Long.toString(PaidServer.PRICE_MICRO_USD));
        settings.put("providers.paid.requests-per-second", "1000");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new TestServer(Settings.defaults().with(settings), vendor);
    }

    public Pentimento home() {
        return pentimento;
    }

    public URI address() {
        return server.address();
    }

    /** A new key for a user, who says by it who he is. */
    public String grant(String user) {
        byte[] random = ByteBuffer.allocate(ApiKey.RANDOM_BYTES)
                .putInt(keys.incrementAndGet())
                .array();
        ApiKey key = ApiKey.of(random);
        pentimento.grantKey().handle(new GrantKey.Command(new UserId(user), key, ""));
        return key.reveal();
    }

    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Reply delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    public Reply post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        Reply reply = send(request);
        if (reply.status() < MOVED) {
            documented().checkTaken("POST", request.build().uri().getRawPath(), json);
        }
        return reply;
    }

    /** @param headers in pairs: name, value */
    public HttpRequest.Builder request(String path, String... headers) {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(address() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /** The reply, which is as the server's own document says. */
    public Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        Reply reply = exchange(request);
        documented().check(request.method(), request.uri().getRawPath(), reply);
        return reply;
    }

    private synchronized Documented documented() {
        if (documented == null) {
            documented =
                    new Documented(exchange(request("/openapi.json").build()).json());
        }
        return documented;
    }

    private Reply exchange(HttpRequest request) {
        try {
            return Reply.of(client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are, which no client library would do, and reads until the server ends the connection. */
    public String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The answer to a browser that asks for a WebSocket; clients show nothing of a body that refuses one.
     *
     * @param headers whole lines, besides those that every handshake has but its key
     */
    public String handshake(String path, String... headers) throws IOException {
        return raw(Stream.concat(
                        Stream.of(
                                "GET " + path + " HTTP/1.1",
                                "Host: 127.0.0.1:" + address().getPort(),
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13"),
                        Stream.concat(Stream.of(headers), Stream.of("", "")))
                .collect(Collectors.joining("\r\n")));
    }

    /** A batch once nobody works on it any more. */
    public JsonNode overBatch(String id, String... headers) {
        String path = "/api/v1/batches/" + id;
        Patience.await(() -> !get(path, headers).json().get("under_way").asBoolean());
        return get(path, headers).json();
    }

    public HttpClient client() {
        return client;
    }

    /** The server alone; the home stays open. */
    public void stopServing() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
        vendor.close();
        // what is still drawn then would be written into a folder that is being deleted
        pentimento.close(Duration.ofSeconds(30));
    }
}
