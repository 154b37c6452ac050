package dev.pentimento.adapters.web.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose user has used up what he has for the month says so, and what can be done about it. */
@Timeout(120)
class BatchQuotaTest {
    private static final String TWO_PROMPTS = """
            {"prompts": [{"id": "a", "scene": "a boat"}, {"id": "b", "scene": "a bird"}],
             "provider": "local", "size": "128x128", "batch_size": 1, "max_iterations": 1}""";

    @TempDir
    Path folder;

    /** The prompt for which nothing was left. */
    private static JsonNode second(TestServer server, String... headers) {
        Reply begun = server.post("/api/v1/batches", TWO_PROMPTS, headers);
        return server.overBatch(begun.json().get("batch_id").asText(), headers).at("/prompts/1");
    }

    @Test
    void userOfAServerGoesOnNextMonth() {
        try (TestServer server = TestServer.on(
                folder.resolve("home"), "server.auth.mode", "api-key", "limits.generate-per-month", "1")) {
            JsonNode prompt = second(server, "X-API-Key", server.grant("ann"));

            assertThat(prompt.get("stop_reason").asText()).isEqualToIgnoringCase("budget");
            assertThat(prompt.get("message").asText())
                    .isEqualTo("The quota of 1 for the month is used up; go on with the batch next month");
        }
    }

    @Test
    void whoeverRunsItHimselfMayRaiseIt() {
        try (TestServer server = TestServer.on(folder.resolve("home"), "limits.local.generate-per-month", "1")) {
            assertThat(second(server).get("message").asText())
                    .isEqualTo("The quota of 1 for the month is used up; raise it under limits.local");
        }
    }
}
