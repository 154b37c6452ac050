package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.testkit.paid.Answer;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** {@code POST /api/v1/runs/{run_id}/refine}. */
class RefineTest extends RunScene {
    @Test
    void refinementIsCreatedAndWaits() {
        String run = run();
        vendorWaits();

        Reply reply = refine(
                run, warmer("image_0").with("parent_image_type", "original").with("generation_index", "0"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        JsonNode job = reply.json();
        assertThat(job.get("parent_run_id").asText()).isEqualTo(run);
        assertThat(job.get("refinement_type").asText()).isEqualTo("prompt");
        assertThat(job.get("status").asText()).isIn("PENDING", "RUNNING");
        assertThat(job.get("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(job.get("refinement_summary").asText()).startsWith("Style Enhancement: ");
        assertThat(job.has("image_path")).isTrue();
        assertThat(job.get("image_path").isNull()).isTrue();
        assertThat(reply.header("Location"))
                .contains("/api/v1/refinements/" + job.get("job_id").asText());
    }

    @Test
    void finishedRefinementTellsEverything() {
        String run = run();

        JsonNode job = awaitJob(refining(run, "image_0"));

        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("COMPLETED");
        assertThat(job.get("parent_image_id").asText()).isEqualTo("image_0");
        assertThat(job.get("parent_image_type").asText()).isEqualTo("original");
        assertThat(job.get("generation_index").asInt()).isZero();
        assertThat(job.get("image_path").asText())
                .isEqualTo(
                        "refinements/%s_from_0.png".formatted(job.get("job_id").asText()));
        assertThat(job.get("cost_usd").asDouble()).isEqualTo(0.04);
        assertThat(job.get("refinement_summary").asText()).isEqualTo("Style Enhancement: Successful");
        assertThat(job.get("needs_noise_reduction").asBoolean()).isFalse();
        assertThat(job.get("completed_at").asText()).endsWith("Z");
        assertThat(job.get("error_message").isNull()).isTrue();
        assertThat(job.get("label").asText()).isEqualTo("A1");
        assertThat(job.get("badge").asText()).isEqualTo("v2");
        assertThat(job.at("/parents/0/image_id").asText()).isEqualTo("image_0");
        assertThat(file(run, job.get("image_path").asText()).status()).isEqualTo(200);
    }

    @Test
    void refinementsAreRefinedFurther() {
        String run = run();
        String first = refined(run, "original_0");

        String second = refining(run, first);

        JsonNode job = awaitJob(second);
        assertThat(job.get("parent_image_id").asText()).isEqualTo(first);
        assertThat(job.get("parent_image_type").asText()).isEqualTo("refinement");
        assertThat(job.get("generation_index").isNull()).isTrue();
        assertThat(job.get("image_path").asText()).isEqualTo("refinements/%s_from_%s.png".formatted(second, first));
        assertThat(job.get("label").asText()).isEqualTo("A1.1");
    }

    @Test
    void candidatesHaveFilesOfTheirOwn() {
        String run = run();

        JsonNode job = awaitJob(refine(run, warmer("image_0").with("candidates", "2"))
                .json()
                .get("job_id")
                .asText());

        assertThat(job.get("image_paths")).hasSize(2);
        assertThat(file(run, job.at("/image_paths/1").asText()).status()).isEqualTo(200);
    }

    @Test
    void nothingChangesOutsideTheMask() {
        String run = run();
        FormBody upperLeft = warmer("image_0")
                .with(
                        "mask_data",
                        "[{\"x\":0,\"y\":0,\"width\":0.25,\"height\":0.25},"
                                + "{\"type\":\"rectangle\",\"x1\":0.2,\"y1\":0,\"x2\":0.5,\"y2\":0.5},"
                                + "{\"type\":\"circle\",\"cx\":0.25,\"cy\":0.25,\"radius\":0.1},"
                                + "{\"type\":\"polygon\",\"points\":[[0,0],[0.5,0],[0,0.5]]}]");

        JsonNode job = awaitJob(refine(run, upperLeft).json().get("job_id").asText());

        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("COMPLETED");
        JsonNode details = details(job);
        assertThat(details.at("/mask/shapes")).hasSize(4);
        String again = details.at("/mask/shapes").toString();
        assertThat(refine(run, warmer("image_0").with("mask_data", again)).status())
                .as("what is told can be sent again")
                .isEqualTo(201);
        assertThat(details.at("/mask_exactness/exact").asBoolean()).isTrue();
        assertThat(details.at("/mask_exactness/max_difference_outside").asInt()).isZero();
        BufferedImage before =
                TestPictures.read(file(run, "originals/image_0.png").bytes());
        BufferedImage after =
                TestPictures.read(file(run, job.get("image_path").asText()).bytes());
        assertThat(after.getRGB(60, 40)).isEqualTo(before.getRGB(60, 40));
        assertThat(after.getRGB(4, 4)).isNotEqualTo(before.getRGB(4, 4));
    }

    @Test
    void maskMayBePainted() {
        String run = run();

        JsonNode job = awaitJob(refine(run, warmer("image_0").png("mask_file", TestMasks.leftHalf(64, 48)))
                .json()
                .get("job_id")
                .asText());

        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("COMPLETED");
        assertThat(details(job).at("/mask/shapes/0/type").asText()).isEqualTo("painted");
        assertThat(details(job).at("/mask_exactness/exact").asBoolean()).isTrue();
    }

    @Test
    void subjectIsTakenFromTheReference() {
        String run = run();
        FormBody form = FormBody.of("refine_type", "subject", "parent_image_id", "image_0")
                .png("reference_image", GREEN);

        JsonNode job = awaitJob(refine(run, form).json().get("job_id").asText());

        assertThat(job.get("refinement_type").asText()).isEqualTo("subject");
        assertThat(job.get("refinement_summary").asText()).startsWith("Subject Enhancement: ");
        assertThat(details(job).get("references")).hasSize(1);
        assertThat(details(job).get("reference_image_path").asText()).isEqualTo("inputs/image_0.png");
        assertThat(file(run, "inputs/image_0.png").status()).isEqualTo(200);
    }

    @Test
    void referenceOfOneRefinementIsNeitherAnOriginalNorTheSubjectOfTheNext() {
        String run = run();
        FormBody form = FormBody.of("refine_type", "subject", "parent_image_id", "image_0");
        awaitJob(refine(run, form.png("reference_image", GREEN))
                .json()
                .get("job_id")
                .asText());

        JsonNode results = server.get("/api/v1/runs/" + run + "/results").json();
        Reply next = refine(run, FormBody.of("refine_type", "subject", "parent_image_id", "image_0"));

        assertThat(results.get("generated_images")).hasSize(1);
        assertThat(results.at("/pipeline_metadata/inputs")).hasSize(1);
        assertProblem(next, 400, "no_reference_image", "No reference image available");
    }

    @Test
    void referenceIsAmongTheParentsBeforeAnythingIsMade() {
        String run = run();
        FormBody form = FormBody.of("refine_type", "subject", "parent_image_id", "image_0");
        server.vendor.next(Answer.moderated());

        JsonNode job = awaitJob(refine(run, form.png("reference_image", GREEN))
                .json()
                .get("job_id")
                .asText());

        assertThat(job.get("status").asText()).isEqualTo("FAILED");
        assertThat(job.get("parents"))
                .extracting(parent -> parent.get("image_path").asText())
                .containsExactly("originals/image_0.png", "inputs/image_0.png");
    }

    @Test
    void referenceIsNotWhatAConceptIsShownBy() {
        String run = run();
        String shown = face(run).get("version_id").asText();
        FormBody form = FormBody.of("refine_type", "subject", "parent_image_id", "image_0");
        server.vendor.next(Answer.moderated());

        awaitJob(refine(run, form.png("reference_image", GREEN))
                .json()
                .get("job_id")
                .asText());

        assertThat(face(run).get("version_id").asText()).isEqualTo(shown);
        assertThat(face(run).get("versions").asInt()).as("with the reference").isEqualTo(2);
        assertThat(server.get("/api/storage/recent").json().at("/concepts/0/version_id"))
                .isEqualTo(face(run).get("version_id"));
    }

    private JsonNode face(String run) {
        return server.get("/api/storage/concept/" + run).json();
    }

    @Test
    void runThatBeganWithAnImageTakesThatForItsSubject() {
        String run = post(
                        "/api/v1/runs", FormBody.of("prompt", "make it warmer").png("image_file", GREEN))
                .json()
                .get("run_id")
                .asText();
        awaitRun(run);

        Reply reply = refine(run, FormBody.of("refine_type", "subject", "parent_image_id", "image_0"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    @Test
    void instructionsWillDoForAPrompt() {
        FormBody form =
                FormBody.of("refine_type", "prompt", "parent_image_id", "image_0", "instructions", "make it warmer");

        Reply reply = refine(run(), form);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(details(reply.json()).get("prompt_original").asText()).isEqualTo("make it warmer");
    }

    @Test
    void formWithoutFilesMayBeUrlEncoded() {
        Reply reply = server.send(server.request("/api/v1/runs/" + run() + "/refine")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("refine_type=prompt&parent_image_id=image_0&prompt=make+it+warmer")));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    @Test
    void whatWentWrongIsToldWithWhatToDo() {
        String run = run();
        server.vendor.next(Answer.moderated());

        JsonNode job = awaitJob(refining(run, "image_0"));

        assertThat(job.get("status").asText()).isEqualTo("FAILED");
        assertThat(job.get("refinement_summary").asText()).isEqualTo("Style Enhancement: API error");
        assertThat(job.get("error_code").asText()).isEqualTo("refused");
        assertThat(job.get("error_message").asText()).endsWith("Ask for something that the provider's policy allows.");
        assertThat(job.get("image_path").isNull()).isTrue();
    }

    private JsonNode details(JsonNode job) {
        return server.get("/api/v1/refinements/%s/details"
                        .formatted(job.get("job_id").asText()))
                .json();
    }
}
