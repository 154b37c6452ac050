package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.testkit.paid.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A client in JavaScript that asks until it is done, run by Node where there is one. */
class PollerTest extends RunScene {
    @Test
    void clientGetsItsImage() throws IOException, InterruptedException {
        assumeTrue(isThereNode(), "Node is not here, so that no client in JavaScript can run");
        String run = run();
        CountDownLatch gate = vendorWaits();
        String job = refining(run, "image_0");
        Process client = poller("/api/v1/refinements/" + job);
        gate.countDown();

        JsonNode told = end(client);

        assertThat(told.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(file(run, told.get("image").asText()).status()).isEqualTo(200);
    }

    @Test
    void clientLearnsOfAFailure() throws IOException, InterruptedException {
        assumeTrue(isThereNode(), "Node is not here, so that no client in JavaScript can run");
        server.vendor.next(Answer.moderated());
        String job = refining(run(), "image_0");

        JsonNode told = end(poller("/api/v1/refinements/" + job));

        assertThat(told.get("status").asText()).isEqualTo("FAILED");
        assertThat(told.get("summary").asText()).isEqualTo("Style Enhancement: API error");
    }

    private static boolean isThereNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Process poller(String path) throws IOException {
        Path script = Path.of(Objects.requireNonNull(getClass().getResource("/run-poller.mjs"))
                .getPath());
        return new ProcessBuilder("node", script.toString(), server.address() + path)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static JsonNode end(Process client) throws IOException, InterruptedException {
        String told = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor()).as(told).isZero();
        return new ObjectMapper().readTree(told);
    }
}
