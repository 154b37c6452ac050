package dev.pentimento.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.WebServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is being answered when the server ends gets the answer. */
@Timeout(240)
class GracefulEndTest {
    @TempDir
    Path folder;

    @Test
    void requestUnderWayIsAnsweredBeforeTheServerIsGone() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        WebServer site = WebServer.open().with("/logo.png", visit -> {
            asked.countDown();
            Crowd.await(gate);
            WebServer.Answer.file(TestPictures.png(0x3060c0)).to(visit);
        });
        try (site;
                TestServer server = TestServer.on(folder.resolve("home"), "intake.allow-hosts", site.hostAndPort())) {
            assertThat(server.get("/health").status()).isEqualTo(200);
            String body = "{\"original_image_url\": \"%s\", \"refinement_prompt\": \"make it warmer\"}"
                    .formatted(site.at("/logo.png"));
            CompletableFuture<Reply> reply =
                    CompletableFuture.supplyAsync(() -> server.post("/api/concepts/refine", body));
            Crowd.await(asked);

            CompletableFuture<Void> end = CompletableFuture.runAsync(server::stopServing);
            Patience.await(() -> isGone(server));
            gate.countDown();

            assertThat(reply.join().status()).isEqualTo(202);
            end.join();
        }
    }

    /** Nobody new is let in. */
    private static boolean isGone(TestServer server) {
        try {
            return server.get("/health").status() == 503;
        } catch (UncheckedIOException refused) {
            return true;
        }
    }
}
