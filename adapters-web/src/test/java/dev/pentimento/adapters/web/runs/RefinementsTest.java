package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The refinements of a run, one of them, and taking it back. */
class RefinementsTest extends RunScene {
    @Test
    void refinementsComeInTheOrderOfSubmissionWithWhatTheyCost() {
        String run = run();
        String first = refined(run, "image_0");
        server.vendor.next(Answer.moderated());
        String failed = refining(run, "image_0");
        awaitJob(failed);
        String second = refined(run, first);

        JsonNode list = server.get("/api/v1/runs/" + run + "/refinements").json();

        assertThat(list.get("refinements"))
                .extracting(refinement -> refinement.get("job_id").asText())
                .containsExactly(first, failed, second);
        assertThat(list.get("total_cost").asDouble()).isEqualTo(0.08);
        assertThat(list.get("total_refinements").asInt()).isEqualTo(3);
        assertThat(list.at("/refinements/1/cost_usd").asDouble()).isZero();
        assertThat(server.get("/api/v1/runs/" + run + "/results").json().get("refinements"))
                .hasSize(3);
    }

    @Test
    void detailsTellWhatWasTypedAndWhatWasSent() {
        String job = refined(run(), "image_0");

        JsonNode details = server.get("/api/v1/refinements/" + job + "/details").json();

        assertThat(details.get("job_id").asText()).as("what lists tell, too").isEqualTo(job);
        assertThat(details.get("prompt_original").asText()).isEqualTo("make it warmer");
        assertThat(details.get("prompt_sent").asText()).contains("make it warmer");
        assertThat(details.get("provider").asText()).isEqualTo("paid");
        assertThat(details.get("model").isTextual()).isTrue();
        assertThat(details.get("usage").isObject()).isTrue();
        assertThat(details.get("duration_seconds").isNumber()).isTrue();
        assertThat(details.get("creativity_level").asInt()).isEqualTo(2);
        assertThat(details.get("mask").isNull()).isTrue();
        assertThat(details.get("calls")).hasSize(1);
        assertThat(details.at("/calls/0/cost_usd").asDouble()).isEqualTo(0.04);
    }

    @Test
    void refinementIsTakenBack() {
        String run = run();
        vendorWaits();
        String job = refining(run, "image_0");

        Reply reply = post("/api/v1/refinements/" + job + "/cancel", new FormBody());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("message").asText()).isEqualTo("The refinement is cancelled");
        JsonNode end = awaitJob(job);
        assertThat(end.get("status").asText()).isEqualTo("CANCELLED");
        assertThat(end.get("error_message").asText())
                .isEqualTo("It was cancelled. Submit it again if it is still wanted.");
        assertThat(post("/api/v1/refinements/" + job + "/cancel", new FormBody())
                        .json()
                        .get("message")
                        .asText())
                .isEqualTo("The refinement is cancelled");
    }

    @Test
    void finishedRefinementStaysAsItIs() {
        String job = refined(run(), "image_0");

        Reply reply = post("/api/v1/refinements/" + job + "/cancel", new FormBody());

        assertThat(reply.json().get("message").asText()).isEqualTo("The refinement was completed already");
        assertThat(job(job).get("status").asText()).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nonsense"})
    void unknownRefinementIsUnknownEverywhere(String id) {
        for (String path : List.of("", "/details")) {
            assertProblem(
                    server.get("/api/v1/refinements/" + id + path), 404, "not_found", "There is no such refinement");
        }
        assertProblem(
                post("/api/v1/refinements/" + id + "/cancel", new FormBody()),
                404,
                "not_found",
                "There is no such refinement");
    }

    @Test
    void jobThatARunWasMadeForIsNoRefinement() {
        JsonNode run = post("/api/v1/runs", FormBody.of("prompt", "logo for \"Luna\"", "size", "64x64"))
                .json();

        assertProblem(
                server.get("/api/v1/refinements/" + run.get("job_id").asText()),
                404,
                "not_found",
                "There is no such refinement");
    }

    @Test
    void chainIsFoundOnTheDisk() throws IOException {
        String run = run();
        String first = refined(run, "image_0");
        String second = refined(run, first);
        Path place = home().resolve("runs").resolve(run);
        Path last = place.resolve("refinements/%s_from_%s.png".formatted(second, first));

        Patience.await(() -> text(place.resolve("refinements.json")).contains("_from_" + first));

        assertThat(place.resolve("originals/image_0.png"))
                .hasBinaryContent(file(run, "originals/image_0.png").bytes());
        assertThat(last)
                .hasBinaryContent(file(run, "refinements/%s_from_%s.png".formatted(second, first))
                        .bytes());
        JsonNode written = new ObjectMapper().readTree(Files.readAllBytes(place.resolve("refinements.json")));
        assertThat(written.get("total_refinements").asInt()).isEqualTo(2);
        assertThat(written.get("total_cost").asDouble()).isEqualTo(0.08);
        assertThat(written.at("/refinements/1/parent_image_path").asText())
                .isEqualTo("refinements/%s_from_0.png".formatted(first));
        assertThat(place.resolve("pipeline_metadata.json")).exists();
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
