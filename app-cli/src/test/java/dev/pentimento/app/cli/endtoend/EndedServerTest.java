package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to end ({@code kill}) while a job is under way and another one waits: neither is lost, and nothing is paid twice. */
@Timeout(240)
class EndedServerTest {
    private static final int TERMINATED = 143;
    private static final int GRACE_SECONDS = 30;
    private static final String LISTENING = "Listening on ";

    @TempDir
    private Path folder;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private PaidHome home;

    @BeforeEach
    void open() throws IOException {
        home = new PaidHome(folder).set("PROVIDERS_GENERATE", "paid").set("JOBS_WORKERS", "1");
        home.server.otherwise(Answer.image().gate(gate));
    }

    @AfterEach
    void close() {
        gate.countDown();
        home.close();
    }

    private Started serve() throws IOException {
        Started started = home.start("serve", "--port", "0");
        Patience.await(() -> text(started.out()).contains("\n"));
        return started;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(Started server, String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        String address = text(server.out()).strip().replace(LISTENING, "");
        HttpRequest ready = request.uri(URI.create(address + path)).build();
        return PaidHome.tree(client.send(ready, BodyHandlers.ofString()).body());
    }

    /** @return the task */
    private String submit(Started server) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"logo_description\": \"a red boat\"}"));
        return send(server, "/api/concepts/generate-with-palettes?num_palettes=1", request)
                .get("task_id")
                .asText();
    }

    private JsonNode task(Started server, String id) throws IOException, InterruptedException {
        return send(server, "/api/tasks/" + id, HttpRequest.newBuilder());
    }

    private List<String> statuses() throws IOException, InterruptedException {
        return home.json("jobs").get("jobs").findValuesAsText("status");
    }

    private void awaitAccepted(String job) throws IOException, InterruptedException {
        while (!home.json("jobs", job).at("/calls/0/status").asText().equals("accepted")) {}
    }

    /** Another server on the same home does what is left. */
    private void goesOn(String job) throws IOException, InterruptedException {
        Started next = serve();
        while (task(next, job).get("completed_at").isNull()) {}
        JsonNode end = task(next, job);
        next.send("TERM");

        assertThat(home.await(next).exitCode()).isEqualTo(TERMINATED);
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("completed");
    }

    @Test
    void whatIsUnderWayIsFinishedAndWhatWaitsIsLeftToTheNextServer() throws IOException, InterruptedException {
        Started server = serve();
        submit(server);
        home.server.billing().awaitRequests(1);
        String second = submit(server);

        server.send("TERM");
        server.awaitLine("calls under way have 30 seconds");
        gate.countDown();
        ProgramRun ended = home.await(server);

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(TERMINATED);
        assertThat(ended.err()).doesNotContain("Exception");
        assertThat(statuses()).containsExactly("pending", "completed");
        goesOn(second);
        assertThat(home.server.billing().billed()).isEqualTo(2);
        assertThat(home.server.billing().requests()).hasSize(2);
    }

    @Test
    void whatTheVendorGoesOnWithIsNotWaitedForAndTakenUpByTheNextServer() throws IOException, InterruptedException {
        home.queueing();
        Started server = serve();
        String job = submit(server);
        awaitAccepted(job);

        server.send("TERM");
        boolean inTime = server.process().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);

        assertThat(inTime).isTrue();
        assertThat(home.await(server).exitCode()).isEqualTo(TERMINATED);
        assertThat(statuses()).containsExactly("pending");
        gate.countDown();
        goesOn(job);
        assertThat(home.server.billing().requests()).hasSize(1);
    }
}
