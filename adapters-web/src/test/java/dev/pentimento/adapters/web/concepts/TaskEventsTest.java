package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.testkit.paid.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** {@code GET /api/tasks/{id}/events}. */
class TaskEventsTest extends ConceptScene {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpResponse<InputStream> open(String id, String... headers) throws IOException, InterruptedException {
        return server.client()
                .send(
                        server.request("/api/tasks/" + id + "/events", headers)
                                .GET()
                                .build(),
                        BodyHandlers.ofInputStream());
    }

    /** All that comes until the server ends it. */
    private List<JsonNode> all(String id, String... headers) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        try (BufferedReader lines = lines(open(id, headers))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    events.add(JSON.readTree(line.substring("data: ".length())));
                }
            }
        }
        return events;
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    @Test
    void pastIsToldFirstAndTheStreamEndsWithTheTask() throws IOException, InterruptedException {
        String id = refined().get("task_id").asText();

        HttpResponse<InputStream> response = open(id);
        List<JsonNode> events = all(id);

        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        response.body().close();
        assertThat(events.get(0).get("type").asText()).isEqualTo("submitted");
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.get("type").asText()).isEqualTo("ended");
        assertThat(last.at("/task/status").asText()).isEqualTo("completed");
        assertThat(last.at("/task/image_url").asText()).isNotEmpty();
        assertThat(events)
                .extracting(event -> event.get("seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    @Test
    void readerThatWasCutOffGoesOnWhereItWas() throws IOException, InterruptedException {
        String id = refined().get("task_id").asText();
        List<JsonNode> all = all(id);

        List<JsonNode> rest = all(id, "Last-Event-ID", "3");

        assertThat(rest).hasSize(all.size() - 3);
        assertThat(rest.get(0).get("seq").asLong()).isEqualTo(4);
    }

    /** Browsers open a stream again that ended, unless they are told that there is nothing. */
    @Test
    void browserThatKnowsAllOfAFinalTaskIsToldThatThereIsNothing() throws IOException, InterruptedException {
        String id = refined().get("task_id").asText();
        String last = String.valueOf(all(id).size());

        assertThat(open(id, "Last-Event-ID", last).statusCode()).isEqualTo(204);
        assertThat(open(id, "Last-Event-ID", "999999").statusCode()).isEqualTo(204);
        assertThat(server.get("/api/tasks/" + id + "/events?last_event_id=" + last)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void taskThatIsTriedOnceMoreIsFollowedToItsLastEnd() throws IOException, InterruptedException {
        server.vendor.next(Answer.moderated());
        String id = id(refine());
        awaitEnd(id);
        int first = all(id).size();
        CountDownLatch gate = vendorWaits();
        server.home().retryJob().handle(new RetryJob.Command(UserId.LOCAL, JobId.parse(id), false));

        try (BufferedReader lines = lines(open(id))) {
            int ends = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event: sent") && ends == 1) {
                    gate.countDown();
                }
                ends += line.equals("event: ended") ? 1 : 0;
            }
            assertThat(ends).isEqualTo(2);
        }
        assertThat(all(id, "Last-Event-ID", String.valueOf(first))).isNotEmpty();
    }

    @Test
    void streamOfATaskThatIsDeletedEnds() throws IOException, InterruptedException {
        vendorWaits();
        String id = id(refine());

        try (BufferedReader lines = lines(open(id))) {
            lines.readLine();
            server.delete("/api/tasks/" + id);

            assertThat(lines.lines())
                    .isNotNull()
                    .allSatisfy(line -> assertThat(line).doesNotContain("Exception"));
        }
        assertThat(server.get("/api/tasks/" + id + "/events").status()).isEqualTo(404);
    }

    @Test
    void eventsComeWhileTheTaskIsUnderWay() throws IOException, InterruptedException {
        CountDownLatch gate = vendorWaits();
        String id = id(refine());

        try (BufferedReader lines = lines(open(id))) {
            String line = lines.readLine();
            while (!line.equals("event: sent")) {
                line = lines.readLine();
            }
            assertThat(task(id).json().get("status").asText()).isEqualTo("processing");
            gate.countDown();
            while (!line.equals("event: ended")) {
                line = lines.readLine();
            }
        }
        assertThat(task(id).json().get("status").asText()).isEqualTo("completed");
    }

    @Test
    void streamEndsWhenTheServerDoes() throws IOException, InterruptedException {
        vendorWaits();
        HttpResponse<InputStream> response = open(id(refine()));

        try (BufferedReader lines = lines(response)) {
            lines.readLine();
            server.stopServing();

            assertThat(endsAtLast(lines)).isTrue();
        }
    }

    private static boolean endsAtLast(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {}
            return true;
        } catch (IOException cutOff) {
            return true;
        }
    }
}
