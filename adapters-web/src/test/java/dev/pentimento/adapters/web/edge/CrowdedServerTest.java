package dev.pentimento.adapters.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked for more than it can do at a time says so, instead of letting everybody wait. */
@Timeout(120)
class CrowdedServerTest {
    private static final int MOST_AT_A_TIME = 128;

    @TempDir
    Path folder;

    @Test
    void whoComesWhenAllPlacesAreTakenIsToldToComeAgain() {
        CountDownLatch taken = new CountDownLatch(MOST_AT_A_TIME);
        CountDownLatch gate = new CountDownLatch(1);
        WebServer site = WebServer.open().with("/logo.png", visit -> {
            taken.countDown();
            Crowd.await(gate);
            WebServer.Answer.file(TestPictures.png(0x3060c0)).to(visit);
        });
        try (site;
                TestServer server = TestServer.on(folder.resolve("home"), "intake.allow-hosts", site.hostAndPort())) {
            String body = "{\"original_image_url\": \"%s\", \"refinement_prompt\": \"make it warmer\"}"
                    .formatted(site.at("/logo.png"));
            List<CompletableFuture<HttpResponse<Void>>> answers = Stream.generate(() -> send(server, body))
                    .limit(MOST_AT_A_TIME)
                    .toList();
            Crowd.await(taken);

            Reply refused = server.get("/api/tasks");
            Reply health = server.get("/health");
            gate.countDown();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).contains("1");
            assertThat(refused.json().get("code").asText()).isEqualTo("busy");
            assertThat(health.status())
                    .as("whoever watches the server is answered")
                    .isEqualTo(200);
            assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(202);
            assertThat(server.get("/api/tasks").status()).isEqualTo(200);
        }
    }

    private static CompletableFuture<HttpResponse<Void>> send(TestServer server, String body) {
        return server.client()
                .sendAsync(
                        server.request("/api/concepts/refine")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding());
    }
}
