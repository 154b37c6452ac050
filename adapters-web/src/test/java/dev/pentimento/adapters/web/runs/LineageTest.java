package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How images came from each other, and histories that leave and come back. */
class LineageTest extends RunScene {
    private static final String EXPORT = "/api/v1/lineage/export";
    private static final String IMPORT = "/api/v1/lineage/import";

    @Test
    void graphTellsWhoCameFromWhom() {
        String run = run();
        String first = refined(run, "image_0");
        refined(run, first);

        JsonNode graph = server.get("/api/v1/runs/" + run + "/lineage").json();

        assertThat(graph.get("nodes"))
                .extracting(node -> node.get("label").asText())
                .containsExactly("A", "A1", "A1.1");
        assertThat(graph.at("/nodes/0/origin").asText()).isEqualTo("imported");
        assertThat(graph.at("/nodes/1/job_id").asText()).isEqualTo(first);
        assertThat(graph.at("/nodes/1/prompt").asText()).isEqualTo("make it warmer");
        assertThat(graph.get("edges")).hasSize(2);
        assertThat(graph.at("/edges/1/from")).isEqualTo(graph.at("/nodes/1/version_id"));
        assertThat(graph.at("/edges/1/role").asText()).isEqualTo("base");
    }

    @Test
    void historyTravelsToAnotherServer() {
        String run = run();
        String job = refined(run, "image_0");

        Reply bundle = server.post(EXPORT, "{\"run_id\": \"%s\"}".formatted(run));

        assertThat(bundle.status()).as(bundle.text()).isEqualTo(200);
        assertThat(bundle.header("Content-Type")).contains("application/zip");
        assertThat(bundle.header("Content-Disposition").orElse("")).contains(run + ".zip");
        try (TestServer other = TestServer.on(folder.resolve("other"))) {
            FormBody form = new FormBody().with("bundle", "luna.zip", "application/zip", bundle.bytes());
            Reply imported = other.send(form.in(other.request(IMPORT)));

            assertThat(imported.status()).as(imported.text()).isEqualTo(201);
            assertThat(imported.json().at("/run_ids/0").asText()).isEqualTo(run);
            assertThat(imported.json().at("/versions/added").asInt()).isEqualTo(2);
            assertThat(other.get("/api/v1/refinements/" + job)
                            .json()
                            .get("status")
                            .asText())
                    .isEqualTo("COMPLETED");
            Reply again = other.send(form.in(other.request(IMPORT)));
            assertThat(again.json().at("/versions/added").asInt()).isZero();
        }
    }

    @Test
    void allRunsTravelTogether() {
        run();

        assertThat(server.post(EXPORT, "{}").status()).isEqualTo(200);
    }

    @Test
    void unknownRunCannotLeave() {
        assertProblem(
                server.post(EXPORT, "{\"run_id\": \"00000000-0000-0000-0000-000000000000\"}"),
                404,
                "not_found",
                "There is no such run");
        assertProblem(
                server.post(EXPORT, "{\"run_id\": \"../x\"}"), 422, "invalid_request", "run_id: is no id of a run");
        assertProblem(server.post(EXPORT, "{\"run_id\": 7}"), 422, "invalid_request", "run_id: ");
    }

    @Test
    void whatIsNoBundleDoesNotComeIn() {
        byte[] junk = "PK, but not really".getBytes(StandardCharsets.UTF_8);

        Reply reply = post(IMPORT, new FormBody().with("bundle", "a.zip", "application/zip", junk));

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().get("code").asText()).isEqualTo("bundle_rejected");
        assertThat(reply.json().at("/field_errors").has("bundle")).isTrue();
        assertThat(reply.text()).doesNotContain("/tmp", "pentimento-bundle");
    }

    @Test
    void bundleIsNeeded() {
        assertProblem(post(IMPORT, FormBody.of("a", "b")), 422, "invalid_request", "bundle: is required");
    }
}
