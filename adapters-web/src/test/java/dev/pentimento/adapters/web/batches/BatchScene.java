package dev.pentimento.adapters.web.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes prompts through the loop. */
@Timeout(240)
abstract class BatchScene {
    static final String BATCHES = "/api/v1/batches";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    TestServer server;

    /** Settings in pairs, besides those of every scene. */
    String[] settings() {
        return new String[0];
    }

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"), settings());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Reply begin(int prompts, String... headers) {
        String list = IntStream.rangeClosed(1, prompts)
                .mapToObj(i ->
                        "{\"id\": \"p%d\", \"scene\": \"a red boat on the sea\", \"mood\": \"bright\"}".formatted(i))
                .collect(Collectors.joining(", "));
        return server.post(
                BATCHES,
                "{\"prompts\": [%s], \"provider\": \"local\", \"size\": \"128x128\", \"batch_size\": 1}"
                        .formatted(list),
                headers);
    }

    static String id(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isIn(200, 202);
        return reply.json().get("batch_id").asText();
    }

    JsonNode batch(String id) {
        return server.get(BATCHES + "/" + id).json();
    }

    /** All that comes until the server ends it. */
    List<JsonNode> events(String id, String... headers) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        var response = server.client()
                .send(
                        server.request(BATCHES + "/" + id + "/events", headers)
                                .GET()
                                .build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    events.add(JSON.readTree(line.substring("data: ".length())));
                }
            }
        }
        return events;
    }
}
