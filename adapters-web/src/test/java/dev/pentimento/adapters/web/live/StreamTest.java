package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.adapters.web.runs.RunScene;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code GET /api/v1/events/{run or job}}. */
class StreamTest extends RunScene {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void streamTellsWhatASocketTells() throws IOException, InterruptedException {
        String job = refined(run(), "image_0");

        List<JsonNode> streamed = upToTheEnd(job);

        try (Listener listener = Listener.open(server, job)) {
            assertThat(streamed).isEqualTo(listener.upTo("run_complete"));
        }
    }

    @Test
    void browserThatComesBackGoesOnWhereItWas() throws IOException, InterruptedException {
        String job = refined(run(), "image_0");

        assertThat(upToTheEnd(job, "Last-Event-ID", "3").get(0).get("seq").asLong())
                .isEqualTo(4);
        assertThat(upToTheEnd(job + "?since=2").get(0).get("seq").asLong()).isEqualTo(3);
    }

    @Test
    void placeThatIsNoneOfOursMeansFromTheBeginning() throws IOException, InterruptedException {
        String job = refined(run(), "image_0");

        assertThat(upToTheEnd(job, "Last-Event-ID", "ended").get(0).get("seq").asLong())
                .isEqualTo(1);
        assertThat(open(job + "?since=ended").statusCode()).isEqualTo(422);
    }

    @Test
    void streamOfAJobEndsWithItAndIsNotOpenedAgain() throws IOException, InterruptedException {
        String job = refined(run(), "image_0");
        String last = "";
        try (BufferedReader lines = lines(open(job))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.startsWith("id: ") ? line.substring("id: ".length()) : last;
            }
        }

        assertThat(open(job, "Last-Event-ID", last).statusCode()).isEqualTo(204);
        assertThat(open(job + "?since=" + last).statusCode()).isEqualTo(204);
        assertThat(open(job + "?since=" + (Integer.parseInt(last) - 1)).statusCode())
                .isEqualTo(200);
    }

    /** It may get further jobs. */
    @Test
    void streamOfARunStaysOpen() throws IOException, InterruptedException {
        String run = run();
        refined(run, "image_0");

        try (BufferedReader lines = lines(open(run))) {
            awaitCompletion(lines);
            refining(run, "image_0");
            awaitCompletion(lines);
        }
    }

    private static void awaitCompletion(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.contains("run_complete")) {
            line = lines.readLine();
        }
    }

    @Test
    void idOfEachEventIsItsNumber() throws IOException, InterruptedException {
        String job = refined(run(), "image_0");

        try (BufferedReader lines = lines(open(job))) {
            String line = lines.readLine();
            while (!line.startsWith("id: ")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("id: 1");
        }
    }

    @Test
    void whatIsNotThereCannotBeListenedTo() {
        assertProblem(server.get("/api/v1/events/nonsense"), 404, "not_found", "There is no such run or job");
        assertProblem(server.get("/api/v1/events/" + run() + "?since=-1"), 422, "invalid_request", "since: ");
    }

    @Test
    void ticketIsGoodForAStream() throws IOException, InterruptedException {
        String run = run();
        String ticket = server.post("/api/tickets", "{}").json().get("ticket").asText();

        HttpResponse<InputStream> first = open(run + "?ticket=" + ticket);

        assertThat(first.statusCode()).isEqualTo(200);
        first.body().close();
        assertProblem(server.get("/api/v1/events/" + run + "?ticket=" + ticket), 401, "unauthorized", "not valid");
    }

    private HttpResponse<InputStream> open(String path, String... headers) throws IOException, InterruptedException {
        return server.client()
                .send(server.request("/api/v1/events/" + path, headers).GET().build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private List<JsonNode> upToTheEnd(String path, String... headers) throws IOException, InterruptedException {
        List<JsonNode> messages = new ArrayList<>();
        try (BufferedReader lines = lines(open(path, headers))) {
            while (messages.isEmpty()
                    || !messages.get(messages.size() - 1).get("type").asText().equals("run_complete")) {
                String line = lines.readLine();
                if (line.startsWith("data: ")) {
                    messages.add(JSON.readTree(line.substring("data: ".length())));
                }
            }
        }
        return messages;
    }
}
