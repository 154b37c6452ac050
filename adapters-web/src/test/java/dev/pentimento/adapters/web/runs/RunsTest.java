package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in lists and one by one, and taking them back. */
class RunsTest extends RunScene {
    private static final String MAKING = "prompt_refine";

    @Test
    void runsAreListedNewestFirstPageByPage() {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(run());
        }
        Collections.reverse(runs);

        JsonNode first = server.get("/api/v1/runs?page=1&page_size=2").json();
        JsonNode second = server.get("/api/v1/runs/?page=2&page_size=2").json();

        assertThat(ids(first)).isEqualTo(runs.subList(0, 2));
        assertThat(ids(second)).isEqualTo(runs.subList(2, 3));
        assertThat(first.get("total").asInt()).isEqualTo(3);
        assertThat(first.get("total_pages").asInt()).isEqualTo(2);
        assertThat(ids(server.get("/api/v1/runs?page=9").json())).isEmpty();
    }

    @Test
    void runsAreListedByWhereTheyStand() {
        String done = run();
        CountDownLatch gate = vendorWaits();
        String open = beginning();

        assertThat(ids(server.get("/api/v1/runs?status=completed").json())).containsExactly(done);
        assertThat(server.get("/api/v1/runs?status=FAILED").json().get("total").asInt())
                .isZero();
        gate.countDown();
        awaitRun(open);
        assertThat(ids(server.get("/api/v1/runs?status=COMPLETED").json())).containsExactly(open, done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=x", "page_size=0", "page_size=101", "status=done"})
    void parameterThatCannotBeIsNamed(String query) {
        assertProblem(
                server.get("/api/v1/runs?" + query), 422, "invalid_request", query.substring(0, query.indexOf('=')));
    }

    @Test
    void statusTellsTheStages() {
        String run = beginning();
        awaitRun(run);

        JsonNode status = server.get("/api/v1/runs/" + run + "/status").json();

        assertThat(status.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(status.get("progress").asDouble()).isEqualTo(1);
        assertThat(status.get("current_stage").isNull()).isTrue();
        assertThat(status.get("stages")).isNotEmpty();
        assertThat(status.at("/stages/0/stage_order").asInt()).isEqualTo(1);
        assertThat(status.at("/stages/0/status").asText()).isEqualTo("COMPLETED");
        assertThat(status.at("/stages/0/duration_seconds").isNumber()).isTrue();
    }

    @Test
    void runIsTakenBackWithAllThatIsOpen() {
        vendorWaits();
        String run = beginning();

        Reply reply = post("/api/v1/runs/" + run + "/cancel", new FormBody());

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().get("message").asText()).isNotEmpty();
        JsonNode end = awaitRun(run);
        assertThat(end.get("status").asText()).isEqualTo("CANCELLED");
        assertThat(end.get("error_code").asText()).isEqualTo("canceled");
        assertThat(post("/api/v1/runs/" + run + "/cancel", new FormBody()).status())
                .as("once more")
                .isEqualTo(200);
    }

    @Test
    void noStageGoesOnInARunThatWasTakenBack() {
        String run = makingItsImage();

        post("/api/v1/runs/" + run + "/cancel", new FormBody());

        JsonNode status = status(run);
        assertThat(status.get("current_stage").isNull()).isTrue();
        assertThat(status.get("stages"))
                .extracting(stage -> stage.get("status").asText())
                .doesNotContain("RUNNING")
                .contains("FAILED");
        assertThat(status.findValuesAsText("error_message")).contains("It was called off");
    }

    @Test
    void listenersHearInWhichStageARunWasTakenBack() {
        String run = makingItsImage();

        post("/api/v1/runs/" + run + "/cancel", new FormBody());

        String job = server.get("/api/v1/runs/" + run).json().get("job_id").asText();
        assertThat(server.get("/api/v1/events/" + job).text())
                .containsPattern("\"run_error\".*\"stage_name\":\"" + MAKING + "\"");
    }

    @Test
    void runIsToldAlsoWhereItsOwnerWantsToSeeNoMoreOfTheJobThatMadeIt() {
        server.vendor.next(Answer.moderated());
        String run = beginning();
        JsonNode told = awaitRun(run);
        JsonNode status = status(run);

        assertThat(server.delete("/api/tasks/" + told.get("job_id").asText()).status())
                .isEqualTo(204);

        assertThat(told.get("cost_usd").asDouble(-1)).isZero();
        assertThat(server.get("/api/v1/runs/" + run).json()).isEqualTo(told);
        assertThat(status(run)).isEqualTo(status);
    }

    /** A run that waits for the vendor. */
    private String makingItsImage() {
        vendorWaits();
        String run = beginning();
        Patience.await(() -> status(run).get("current_stage").asText().equals(MAKING));
        return run;
    }

    private JsonNode status(String run) {
        return server.get("/api/v1/runs/" + run + "/status").json();
    }

    @Test
    void placesOfMissingImagesSayWhy() {
        vendorWaits();
        String run = beginning();
        post("/api/v1/runs/" + run + "/cancel", new FormBody());

        JsonNode results = server.get("/api/v1/runs/" + run + "/results").json();

        assertThat(results.at("/generated_images/0/status").asText()).isEqualTo("CANCELLED");
        assertThat(results.at("/generated_images/0/image_path").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/status", "/results", "/refinements", "/lineage"})
    void unknownRunIsUnknownEverywhere(String path) {
        for (String id : List.of("00000000-0000-0000-0000-000000000000", "nonsense", "..%2f..%2fetc", "%00")) {
            Reply reply = server.get("/api/v1/runs/" + id + path);

            assertThat(reply.status()).as(id).isIn(400, 404);
            assertThat(reply.json().has("code")).isTrue();
        }
        assertProblem(
                server.get("/api/v1/runs/00000000-0000-0000-0000-000000000000" + path),
                404,
                "not_found",
                "There is no such run");
    }

    /** A run whose image is made by the vendor. */
    private String beginning() {
        Reply reply =
                post("/api/v1/runs", FormBody.of("prompt", "make it warmer").png("image_file", GREEN));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("run_id").asText();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("runs").forEach(run -> ids.add(run.get("run_id").asText()));
        return ids;
    }
}
