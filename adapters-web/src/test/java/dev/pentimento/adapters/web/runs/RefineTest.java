package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.testkit.paid.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void maskMayBePainted() throws IOException {
        String run = run();

        JsonNode job = awaitJob(refine(run, warmer("image_0").png("mask_file", mask(64, 48)))
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
        assertThat(file(run, details(job).get("reference_image_path").asText()).status())
                .isEqualTo(200);
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
    void subjectWithoutAReferenceIsRefused() {
        assertProblem(
                refine(run(), FormBody.of("refine_type", "subject", "parent_image_id", "image_0")),
                400,
                "no_reference_image",
                "Subject Enhancement: No reference image available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "colour", "PROMPT"})
    void typeIsOneOfThree(String type) {
        assertProblem(
                refine(run(), FormBody.of("refine_type", type, "parent_image_id", "image_0", "prompt", "warmer")),
                400,
                "invalid_refine_type",
                "subject, text, prompt");
    }

    @Test
    void creativityHasThreeLevels() {
        assertProblem(
                refine(run(), warmer("image_0").with("creativity_level", "5")),
                400,
                "invalid_creativity_level",
                "Creativity level must be 1, 2, or 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image_1", "original_7", "nonsense", "../image_0", "00000000-0000-0000-0000-000000000000"})
    void parentMustBeThere(String parent) {
        assertProblem(refine(run(), warmer(parent)), 404, "not_found", "There is no parent image");
    }

    @Test
    void parentOfAnotherRunIsNotThere() {
        String job = refined(run(), "image_0");

        assertProblem(refine(run(), warmer(job)), 404, "not_found", "There is no parent image");
    }

    @Test
    void parentMustBeOfItsType() {
        String run = run();

        assertProblem(
                refine(run, warmer("image_0").with("parent_image_type", "refinement")),
                400,
                "invalid_parent_image",
                "original");
        assertProblem(
                refine(run, warmer("image_0").with("parent_image_type", "picture")),
                400,
                "invalid_parent_image_type",
                "original or refinement");
        assertProblem(
                refine(run, warmer("image_0").with("generation_index", "1")),
                400,
                "invalid_parent_image",
                "generation_index");
    }

    @Test
    void parentIsNeeded() {
        assertProblem(
                refine(run(), FormBody.of("refine_type", "prompt", "prompt", "warmer")),
                422,
                "invalid_request",
                "parent_image_id: is required");
    }

    @Test
    void promptIsNeededForAChangeByPrompt() {
        assertProblem(
                refine(run(), FormBody.of("refine_type", "prompt", "parent_image_id", "image_0")),
                422,
                "invalid_request",
                "prompt: is required");
    }

    @Test
    void instructionsWillDoForAPrompt() {
        FormBody form =
                FormBody.of("refine_type", "prompt", "parent_image_id", "image_0", "instructions", "make it warmer");

        Reply reply = refine(run(), form);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(details(reply.json()).get("prompt_original").asText()).isEqualTo("make it warmer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "7",
                "[]",
                "{}",
                "{\"x\":0,\"y\":0,\"width\":2,\"height\":1}",
                "{\"type\":\"star\"}",
                "{\"type\":\"circle\",\"cx\":\"a\",\"cy\":0,\"radius\":1}",
                "{\"type\":\"polygon\",\"points\":[[0,0]]}",
                "{\"type\":\"polygon\",\"points\":7}",
                "{\"x\":-1,\"y\":0,\"width\":1,\"height\":1}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void maskThatIsNoneIsRefused(String mask) {
        assertProblem(refine(run(), warmer("image_0").with("mask_data", mask)), 422, "invalid_request", "mask_data: ");
    }

    @Test
    void maskOfAnotherSizeIsRefusedWithBothSizes() throws IOException {
        assertProblem(
                refine(run(), warmer("image_0").png("mask_file", mask(10, 20))),
                400,
                "invalid_mask",
                "The mask is 10x20 px but the base image is 64x48 px");
    }

    @Test
    void maskThatIsTooLargeOrNoPngIsRefused() {
        String run = run();

        assertProblem(
                refine(run, warmer("image_0").png("mask_file", new byte[(4 << 20) + 1])),
                400,
                "invalid_mask",
                "4194305 bytes");
        assertProblem(
                refine(run, warmer("image_0").png("mask_file", "no png".getBytes(StandardCharsets.UTF_8))),
                400,
                "invalid_mask",
                "must be a PNG");
    }

    @Test
    void maskThatSelectsNothingIsRefused() throws IOException {
        byte[] black = png(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB));

        assertProblem(
                refine(run(), warmer("image_0").png("mask_file", black)), 422, "invalid_request", "selects no pixel");
    }

    @Test
    void referenceMustBeAnImage() {
        FormBody text = FormBody.of("refine_type", "subject", "parent_image_id", "image_0")
                .with("reference_image", "a.txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));

        assertProblem(refine(run(), text), 400, "invalid_reference_image", "must be an image");
    }

    @Test
    void referenceThatCannotBeReadIsRefusedBeforeAJobExists() {
        String run = run();
        FormBody broken = FormBody.of("refine_type", "subject", "parent_image_id", "image_0")
                .png("reference_image", "broken".getBytes(StandardCharsets.UTF_8));

        assertProblem(refine(run, broken), 422, "image_rejected", "reference_image.png");
        assertThat(server.get("/api/v1/runs/" + run + "/refinements")
                        .json()
                        .get("total_refinements")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"candidates, 0", "candidates, 5", "generation_index, -1", "generation_index, first"})
    void numberOutOfRangeIsNamed(String field, String value) {
        assertProblem(refine(run(), warmer("image_0").with(field, value)), 422, "invalid_request", field + ": ");
    }

    @Test
    void fieldThatIsThereTwiceIsNotChosenFrom() {
        assertProblem(
                refine(run(), warmer("image_0").with("parent_image_id", "image_0")),
                422,
                "invalid_request",
                "parent_image_id: is there 2 times");
    }

    @Test
    void formWithoutFilesMayBeUrlEncoded() {
        Reply reply = server.send(server.request("/api/v1/runs/" + run() + "/refine")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("refine_type=prompt&parent_image_id=image_0&prompt=make+it+warmer")));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nonsense", "1"})
    void runMustBeThere(String run) {
        assertProblem(refine(run, warmer("image_0")), 404, "not_found", "There is no such run");
    }

    @Test
    void versionIsNoRun() {
        String version = job(refined(run(), "image_0")).get("version_id").asText();

        assertProblem(server.get("/api/v1/runs/" + version), 404, "not_found", "There is no such run");
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

    /** White on the left, black on the right. */
    private static byte[] mask(int width, int height) throws IOException {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width / 2; x++) {
                mask.setRGB(x, y, 0xffffff);
            }
        }
        return png(mask);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
