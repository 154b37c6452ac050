package dev.pentimento.adapters.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody holds a thread of the server by sending next to nothing. */
@Timeout(60)
class SlowClientTest {
    private static final int LENGTH = 100_000;

    /** How long the server may take to cut somebody off, in ms. */
    private static final int PATIENCE = 20_000;

    @TempDir
    Path folder;

    private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        drips.shutdownNow();
        server.close();
    }

    /** Ten bytes a second: often enough that the connection is never idle for long. */
    @Test
    void whoDripsABodyIsCutOff() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/concepts/refine HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + LENGTH + "\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            ScheduledFuture<?> dripping =
                    drips.scheduleAtFixedRate(() -> drip(out, sent), 0, 100, TimeUnit.MILLISECONDS);

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).startsWith("HTTP/1.1 4").contains("\"code\":\"").doesNotContain("Exception", "jetty");
            dripping.cancel(false);
            assertThat(sent.get()).isLessThan(LENGTH);
        }
        assertThat(server.get("/health").status()).isEqualTo(200);
    }

    private static void drip(OutputStream out, AtomicInteger sent) {
        try {
            out.write(' ');
            sent.incrementAndGet();
        } catch (IOException cutOff) {
            throw new IllegalStateException("The server listens no more", cutOff);
        }
    }
}
