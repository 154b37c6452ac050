package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.WebServer;
import dev.pentimento.testkit.paid.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with limits, and a web site with a logo. */
@Timeout(240)
abstract class ConceptScene {
    static final String PROMPT = "make it warmer";

    @TempDir
    Path folder;

    final WebServer site = WebServer.open().with("/logo.png", WebServer.Answer.file(TestPictures.png(0x3060c0)));
    private final List<CountDownLatch> gates = new ArrayList<>();
    TestServer server;

    /** Settings in pairs, besides those of every scene. */
    String[] settings() {
        return new String[0];
    }

    @BeforeEach
    void start() {
        String[] usual = {
            "limits.local.active-per-user", "1",
            "limits.local.refine-per-month", "3",
            "limits.local.generate-per-month", "2",
            "intake.allow-hosts", site.hostAndPort()
        };
        server = TestServer.on(
                folder.resolve("home"),
                Stream.of(usual, settings()).flatMap(Stream::of).toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        gates.forEach(CountDownLatch::countDown);
        server.close();
        site.close();
    }

    /** The next image is not made before the gate is opened. */
    CountDownLatch vendorWaits() {
        CountDownLatch gate = new CountDownLatch(1);
        gates.add(gate);
        server.vendor.next(Answer.image().gate(gate));
        return gate;
    }

    String logo() {
        return site.at("/logo.png").toString();
    }

    String refinement(String url) {
        return "{\"original_image_url\": \"%s\", \"refinement_prompt\": \"%s\"}".formatted(url, PROMPT);
    }

    Reply refine(String... headers) {
        return server.post("/api/concepts/refine", refinement(logo()), headers);
    }

    static String id(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isLessThan(300);
        return reply.json().get("task_id").asText();
    }

    Reply task(String id, String... headers) {
        return server.get("/api/tasks/" + id, headers);
    }

    JsonNode awaitEnd(String id) {
        Patience.await(() -> List.of("completed", "failed", "canceled")
                .contains(task(id).json().get("status").asText()));
        return task(id).json();
    }

    /** The image that was made of the logo. */
    JsonNode refined() {
        JsonNode task = awaitEnd(id(refine()));
        assertThat(task.get("status").asText()).as(task.toString()).isEqualTo("completed");
        return task;
    }
}
