package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.Patience;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users see nothing of each other's runs. */
class StrangersTest extends RunScene {
    private String ann = "";
    private String ben = "";
    private String run = "";
    private String job = "";

    @Override
    protected String[] settings() {
        return new String[] {"server.auth.mode", "api-key"};
    }

    @BeforeEach
    void annHasARun() {
        ann = server.grant("ann");
        ben = server.grant("ben");
        run = asAnn("/api/v1/runs", new FormBody().png("images", BLUE))
                .json()
                .get("run_id")
                .asText();
        job = asAnn("/api/v1/runs/" + run + "/refine", warmer("image_0"))
                .json()
                .get("job_id")
                .asText();
        Patience.await(() -> as(ann, "/api/v1/refinements/" + job)
                .json()
                .get("status")
                .asText()
                .equals("COMPLETED"));
    }

    private Reply as(String key, String path) {
        return server.get(path, "Authorization", "Bearer " + key);
    }

    private Reply asAnn(String path, FormBody form) {
        return post(path, form, "Authorization", "Bearer " + ann);
    }

    private Reply asBen(String path, FormBody form) {
        return post(path, form, "Authorization", "Bearer " + ben);
    }

    @Test
    void othersRunsAreAsUnknownAsThoseThatAreNotThere() {
        List<String> paths = List.of(
                "/api/v1/runs/" + run,
                "/api/v1/runs/" + run + "/status",
                "/api/v1/runs/" + run + "/results",
                "/api/v1/runs/" + run + "/refinements",
                "/api/v1/runs/" + run + "/lineage",
                "/api/v1/refinements/" + job,
                "/api/v1/refinements/" + job + "/details",
                "/api/v1/files/" + run + "/originals/image_0.png",
                "/api/v1/files/" + run + "/refinements.json",
                "/api/v1/events/" + run,
                "/api/v1/events/" + job);

        assertThat(paths)
                .allSatisfy(path -> assertThat(as(ben, path).status()).as(path).isEqualTo(404));
    }

    @Test
    void othersRunsCannotBeChanged() {
        JsonNode before = as(ann, "/api/v1/runs/" + run + "/results").json();

        assertThat(asBen("/api/v1/runs/" + run + "/refine", warmer("image_0")).status())
                .isEqualTo(404);
        assertThat(asBen("/api/v1/runs/" + run + "/cancel", new FormBody()).status())
                .isEqualTo(404);
        assertThat(asBen("/api/v1/refinements/" + job + "/cancel", new FormBody())
                        .status())
                .isEqualTo(404);
        assertThat(server.post(
                                "/api/v1/lineage/export",
                                "{\"run_id\": \"%s\"}".formatted(run),
                                "Authorization",
                                "Bearer " + ben)
                        .status())
                .isEqualTo(404);
        assertThat(as(ann, "/api/v1/runs/" + run + "/results").json()).isEqualTo(before);
    }

    @Test
    void othersImagesAreNoParents() {
        String own = asBen("/api/v1/runs", new FormBody().png("images", GREEN))
                .json()
                .get("run_id")
                .asText();

        assertThat(asBen("/api/v1/runs/" + own + "/refine", warmer(job)).status())
                .isEqualTo(404);
        assertThat(as(ben, "/api/v1/runs").json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void whoeverDoesNotSayWhoHeIsGetsNothing() {
        assertProblem(server.get("/api/v1/runs"), 401, "unauthorized", "Authorization");
        assertProblem(server.get("/api/v1/events/" + run), 401, "unauthorized", "Authorization");
        assertProblem(post("/api/v1/runs", new FormBody().png("images", BLUE)), 401, "unauthorized", "Authorization");
    }
}
