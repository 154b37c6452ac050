package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /api/v1/runs/{run_id}/refine} does not take, before a job exists. */
class RefineRefusalsTest extends RunScene {
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

    @ParameterizedTest
    @ValueSource(strings = {"mask_file", "reference_image"})
    void fileThatCameAsTextIsRefusedRatherThanLost(String field) {
        assertProblem(
                refine(run(), warmer("image_0").with(field, "pixels")),
                422,
                "invalid_request",
                field + ": is there as text; send it as a file");
    }

    @Test
    void textsMayBeAsLongAsJson() {
        String shape = "{\"x\": 0, \"y\": 0, \"width\": 1, \"height\": 0.5}";
        String much = " ".repeat(600_000) + shape;

        assertThat(refine(run(), warmer("image_0").with("mask_data", much)).status())
                .isEqualTo(201);
        assertProblem(
                refine(run(), warmer("image_0").with("mask_data", much + much)),
                413,
                "too_large",
                "more than 1 MB of texts");
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
    void maskOfAnotherSizeIsRefusedWithBothSizes() {
        assertProblem(
                refine(run(), warmer("image_0").png("mask_file", TestMasks.leftHalf(10, 20))),
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
    void maskThatSelectsNothingIsRefused() {
        String run = run();
        String dot = "{\"x\": 0, \"y\": 0, \"width\": 0.001, \"height\": 0.001}";

        Reply painted = refine(run, warmer("image_0").png("mask_file", TestMasks.black(64, 48)));
        Reply drawn = refine(run, warmer("image_0").with("mask_data", dot));

        assertProblem(painted, 422, "invalid_request", "selects no pixel");
        assertBlamed(painted, "mask_file");
        assertProblem(drawn, 422, "invalid_request", "selects no pixel");
        assertBlamed(drawn, "mask_data");
    }

    @Test
    void ofTwoFilesTheOneThatIsDamagedIsNamed() {
        String run = run();
        byte[] mask = TestMasks.leftHalf(64, 48);
        byte[] half = Arrays.copyOf(mask, mask.length / 2);

        Reply damagedMask = refine(run, warmer("image_0").png("mask_file", half).png("reference_image", GREEN));
        Reply damagedReference =
                refine(run, warmer("image_0").png("mask_file", mask).png("reference_image", half));

        assertProblem(damagedMask, 400, "invalid_mask", "'mask_file.png'");
        assertBlamed(damagedMask, "mask_file");
        assertProblem(damagedReference, 400, "invalid_reference_image", "'reference_image.png'");
        assertBlamed(damagedReference, "reference_image");
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

        assertProblem(refine(run, broken), 400, "invalid_reference_image", "reference_image.png");
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
}
