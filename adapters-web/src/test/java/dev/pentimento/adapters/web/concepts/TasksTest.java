package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Reply;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What can be asked of tasks, and of the concepts they made. */
class TasksTest extends ConceptScene {
    @Test
    void taskHasTwoAddresses() {
        vendorWaits();
        String id = id(refine());

        Reply one = task(id);
        Reply other = server.get("/api/concepts/task/" + id);

        assertThat(one.status()).isEqualTo(200);
        assertThat(one.json().get("task_id")).isEqualTo(other.json().get("task_id"));
        assertThat(one.header("Retry-After")).contains("2");
    }

    @Test
    void taskThatHasNotChangedIsNotSentAgain() {
        String id = refined().get("task_id").asText();
        Reply known = task(id);

        Reply again = task(id, "If-None-Match", known.header("ETag").orElseThrow());

        assertThat(known.header("Retry-After")).as("it is final").isEmpty();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(known.header("ETag"));
        assertThat(again.header("Content-Type")).isEmpty();
        assertThat(again.header("Content-Length")).isEmpty();
        assertThat(task(id, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        String weak = "\"other\", W/" + known.header("ETag").orElseThrow();
        assertThat(task(id, "If-None-Match", weak).status())
                .as("as proxies ask that changed it")
                .isEqualTo(304);
    }

    @Test
    void unknownTaskIsNotFoundWhateverItIsCalled() {
        for (String id : new String[] {
            UUID.randomUUID().toString(), "1", "0198c1d2", "..%2f..%2fetc%2fpasswd", "%C3%A4", "a%20b", "null"
        }) {
            for (String path :
                    new String[] {"/api/tasks/" + id, "/api/concepts/task/" + id, "/api/storage/concept/" + id}) {
                Reply reply = server.get(path);

                assertThat(reply.status()).as(path).isIn(400, 404);
                assertThat(reply.json().get("code").asText()).isIn("not_found", "bad_request");
            }
        }
        String id = UUID.randomUUID().toString();
        assertThat(server.post("/api/tasks/" + id + "/cancel", "").status()).isEqualTo(404);
        assertThat(server.delete("/api/tasks/" + id).status()).isEqualTo(404);
        assertThat(server.get("/api/tasks/" + id + "/events").status()).isEqualTo(404);
    }

    @Test
    void tasksAreListedNewestFirst() {
        String first = refined().get("task_id").asText();
        vendorWaits();
        String second = id(refine());

        JsonNode all = server.get("/api/tasks").json().get("tasks");
        JsonNode completed =
                server.get("/api/tasks?status=completed&limit=50").json().get("tasks");

        assertThat(all).extracting(task -> task.get("id").asText()).containsExactly(second, first);
        assertThat(completed).extracting(task -> task.get("id").asText()).containsExactly(first);
        assertThat(server.get("/api/tasks?limit=1").json().get("tasks")).hasSize(1);
    }

    @Test
    void listThatCannotBeIsRefused() {
        assertThat(server.get("/api/tasks?limit=0").json().at("/field_errors/limit"))
                .isNotEmpty();
        assertThat(server.get("/api/tasks?limit=51").status()).isEqualTo(422);
        assertThat(server.get("/api/tasks?limit=x").status()).isEqualTo(422);
        assertThat(server.get("/api/tasks?status=done").json().at("/field_errors/status"))
                .isNotEmpty();
    }

    @Test
    void cancelledTaskStaysCancelledAndGivesItsShareBack() {
        CountDownLatch gate = vendorWaits();
        String id = id(refine());

        Reply canceled = server.post("/api/tasks/" + id + "/cancel", "");
        Reply again = server.post("/api/tasks/" + id + "/cancel", "");
        gate.countDown();

        assertThat(canceled.status()).isEqualTo(200);
        assertThat(canceled.json().get("status").asText()).isEqualTo("canceled");
        assertThat(again.json().get("status").asText()).isEqualTo("canceled");
    }

    @Test
    void finalTaskIsNotCancelled() {
        String id = refined().get("task_id").asText();

        assertThat(server.post("/api/tasks/" + id + "/cancel", "")
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void deletedTaskIsGoneAndWhatItMadeStays() {
        JsonNode task = refined();
        String id = task.get("task_id").asText();

        Reply deleted = server.delete("/api/tasks/" + id);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.bytes()).isEmpty();
        assertThat(task(id).status()).isEqualTo(404);
        assertThat(server.delete("/api/tasks/" + id).status()).isEqualTo(404);
        assertThat(server.get("/api/tasks").json().get("tasks")).isEmpty();
        assertThat(server.get("/api/storage/concept/" + task.get("result_id").asText())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deletedRefinementOfARunIsNotListedAnyMoreAndItsImageKeepsItsPlace() {
        JsonNode task = refined();
        String id = task.get("task_id").asText();
        String run = "/api/v1/runs/" + task.at("/result/concept_id").asText();
        String image =
                server.get("/api/v1/refinements/" + id).json().get("image_path").asText();

        server.delete("/api/tasks/" + id);

        assertThat(server.get("/api/v1/refinements/" + id).status()).isEqualTo(404);
        assertThat(server.get(run + "/refinements").json().get("refinements")).isEmpty();
        assertThat(server.get(run + "/results").json().get("refinements")).isEmpty();
        assertThat(server.get(run.replace("/runs/", "/files/") + "/" + image).status())
                .isEqualTo(200);
    }

    @Test
    void taskUnderWayIsCalledOffWhenItIsDeleted() {
        vendorWaits();
        String id = id(refine());

        assertThat(server.delete("/api/tasks/" + id).status()).isEqualTo(204);

        assertThat(refine().status()).as("the slot is free").isEqualTo(202);
    }

    @Test
    void conceptsAreShownByTheirNewestImage() {
        JsonNode task = refined();

        JsonNode page = server.get("/api/storage/recent?limit=5").json();

        JsonNode concept = page.at("/concepts/0");
        assertThat(page.get("concepts")).hasSize(1);
        assertThat(concept.get("version_id")).isEqualTo(task.get("result_id"));
        assertThat(concept.get("id")).isEqualTo(task.at("/result/concept_id"));
        assertThat(concept.get("is_refinement").asBoolean()).isTrue();
        assertThat(concept.get("original_image_url").asText()).isEqualTo(logo());
        assertThat(concept.get("refinement_prompt").asText()).isEqualTo(PROMPT);
        assertThat(concept.get("task_id")).isEqualTo(task.get("task_id"));
        assertThat(concept.get("user_id").asText()).isEqualTo("local");
        assertThat(concept.get("color_variations")).isEmpty();
        assertThat(server.get(concept.get("image_url").asText()).status()).isEqualTo(200);
        assertThat(server.get("/api/storage/recent?offset=1").json().get("concepts"))
                .isEmpty();
        assertThat(server.get("/api/storage/recent?limit=0").status()).isEqualTo(422);
    }

    @Test
    void addressThatWasTamperedWithShowsNothing() {
        String url = refined().get("image_url").asText();

        assertThat(server.get(url.replaceAll("expires=\\d+", "expires=99999999999"))
                        .status())
                .isEqualTo(403);
        assertThat(server.get(url.replaceAll("signature=.", "signature=_")).status())
                .isEqualTo(403);
        assertThat(server.get(url.replaceAll("\\?.*", "")).status()).isEqualTo(403);
        assertThat(server.get(url.replaceAll("images/[0-9a-f-]+", "images/" + UUID.randomUUID()))
                        .status())
                .isEqualTo(403);
        assertThat(server.get("/api/images/..%2fserver.key").status()).isIn(400, 404);
    }

    @Test
    void limitsAreToldWithoutTakingAny() {
        for (int i = 0; i < 2; i++) {
            JsonNode status = server.get("/api/health/rate-limits-status").json();

            assertThat(status.get("user_identifier").asText()).isEqualTo("local");
            assertThat(status.at("/limits/refine_concept/limit").asText()).isEqualTo("3/month");
            assertThat(status.at("/limits/refine_concept/remaining").asInt()).isEqualTo(3);
            assertThat(status.at("/limits/refine_concept/reset_after").asLong()).isPositive();
            assertThat(status.at("/limits/generate_concept/limit").asText()).isEqualTo("2/month");
        }
    }
}
