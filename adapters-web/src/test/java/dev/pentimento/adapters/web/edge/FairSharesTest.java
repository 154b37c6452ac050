package dev.pentimento.adapters.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.testkit.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However much one user asks for, others are answered. */
@Timeout(120)
class FairSharesTest {
    private static final String KEY = "X-API-Key";

    /** As many as a server answers at a time. */
    private static final int MOST_REQUESTS = 128;

    /** As many as may listen at a time, to streams or by sockets. */
    private static final int MOST_LISTENERS = 512;

    @TempDir
    Path folder;

    private TestServer server;
    private String ann = "";
    private String ben = "";

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"), "server.auth.mode", "api-key");
        ann = server.grant("ann");
        ben = server.grant("ben");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String run(String key) {
        return server.send(new FormBody()
                        .png("images", TestPictures.png(0x3060c0))
                        .in(server.request("/api/v1/runs", KEY, key)))
                .json()
                .get("run_id")
                .asText();
    }

    /** A request whose body does not come. */
    private Socket unfinished() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        String head =
                "POST /api/concepts/refine HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                        .formatted(KEY, ann);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whoeverSendsNoBodiesHoldsNobodyElseUp() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_REQUESTS; i++) {
                sockets.add(unfinished());
            }
            Patience.await(() -> server.get("/api/tasks", KEY, ann).status() == 503);

            assertThat(server.get("/api/tasks", KEY, ben).status()).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private HttpResponse<InputStream> stream(String run, String key) throws IOException, InterruptedException {
        return server.client()
                .send(server.request("/api/v1/events/" + run, KEY, key).GET().build(), BodyHandlers.ofInputStream());
    }

    @Test
    void whoeverListensToALotLeavesStreamsToOthers() throws IOException, InterruptedException {
        String annsRun = run(ann);
        List<InputStream> streams = new ArrayList<>();
        HttpResponse<InputStream> last = stream(annsRun, ann);
        while (last.statusCode() == 200 && streams.size() < MOST_LISTENERS) {
            streams.add(last.body());
            last = stream(annsRun, ann);
        }

        HttpResponse<InputStream> bens = stream(run(ben), ben);

        assertThat(last.statusCode()).isEqualTo(503);
        assertThat(bens.statusCode()).isEqualTo(200);
        bens.body().close();
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    private WebSocket socket(String run, String key) {
        return server.client()
                .newWebSocketBuilder()
                .header(KEY, key)
                .buildAsync(
                        URI.create("ws://127.0.0.1:%d/api/v1/ws/%s"
                                .formatted(server.address().getPort(), run)),
                        new WebSocket.Listener() {})
                .join();
    }

    @Test
    void whoeverListensToALotLeavesSocketsToOthers() {
        String annsRun = run(ann);
        List<WebSocket> sockets = new ArrayList<>();
        String refusal = "";
        while (refusal.isEmpty() && sockets.size() < MOST_LISTENERS) {
            try {
                sockets.add(socket(annsRun, ann));
            } catch (CompletionException e) {
                refusal = e.toString();
            }
        }

        WebSocket bens = socket(run(ben), ben);

        assertThat(refusal).contains("WebSocketHandshakeException");
        bens.abort();
        sockets.forEach(WebSocket::abort);
    }
}
