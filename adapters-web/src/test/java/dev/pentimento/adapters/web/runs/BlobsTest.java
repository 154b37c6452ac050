package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that browsers send as blobs, which get the name of a file: no field is left out unseen. */
class BlobsTest extends RunScene {
    private static final String RUNS = "/api/v1/runs";
    private static final String LEFT_HALF = "{\"x\": 0, \"y\": 0, \"width\": 0.5, \"height\": 1}";

    private static FormBody blob(FormBody form, String name, String text) {
        return blob(form, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FormBody blob(FormBody form, String name, byte[] bytes) {
        return form.with(name, "blob", "application/json", bytes);
    }

    @Test
    void maskIsTheSameAsABlob() {
        String run = run();

        Reply reply = refine(run, blob(warmer("image_0"), "mask_data", LEFT_HALF));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String job = reply.json().get("job_id").asText();
        awaitJob(job);
        assertThat(server.get("/api/v1/refinements/" + job + "/details")
                        .json()
                        .at("/mask/shapes/0/width")
                        .asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void formOfNothingButBlobsIsAForm() {
        FormBody form = blob(new FormBody(), "refine_type", "prompt");
        blob(form, "parent_image_id", "image_0");
        blob(form, "prompt", "make it wärmer");

        Reply reply = refine(run(), form);

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(server.get("/api/v1/refinements/"
                                + reply.json().get("job_id").asText() + "/details")
                        .text())
                .contains("make it wärmer");
    }

    @ParameterizedTest
    @CsvSource({
        "mask_data, nonsense",
        "candidates, 9",
        "creativity_level, 9",
        "generation_index, first",
        "parent_image_type, picture",
        "provider, nobody"
    })
    void blobThatARefinementCannotBeMadeOfIsNamed(String field, String value) {
        Reply reply = refine(run(), blob(warmer("image_0"), field, value));

        assertThat(reply.status()).as(reply.text()).isIn(400, 422);
        assertThat(reply.text()).containsIgnoringCase(field.replaceFirst("_level", ""));
    }

    @ParameterizedTest
    @CsvSource({"num_variants, 9", "size, huge", "creativity_level, 9", "provider, nobody"})
    void blobThatARunCannotBeMadeOfIsNamed(String field, String value) {
        Reply reply = post(RUNS, blob(FormBody.of("prompt", "a fox"), field, value));

        assertThat(reply.status()).as(reply.text()).isIn(400, 422);
        assertThat(reply.text()).containsIgnoringCase(field.replaceFirst("_level", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask_data", "instructions", "provider"})
    void bytesThatAreNoTextAreRefused(String field) {
        byte[] latin = "Süden".getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(
                refine(run(), blob(warmer("image_0"), field, latin)),
                422,
                "invalid_request",
                field + ": has a control character, or something that is no character");
    }

    @Test
    void blobsAndTextsTogetherAreLimited() {
        String much = " ".repeat(600_000) + LEFT_HALF;

        assertThat(refine(run(), blob(warmer("image_0"), "mask_data", much)).status())
                .isEqualTo(201);
        assertProblem(
                refine(run(), blob(warmer("image_0").with("instructions", much), "mask_data", much)),
                413,
                "too_large",
                "more than 1 MB of texts");
    }

    @Test
    void fieldThatIsThereAsTextAndAsABlobIsNotChosenFrom() {
        FormBody form = blob(warmer("image_0").with("mask_data", LEFT_HALF), "mask_data", LEFT_HALF);

        assertProblem(refine(run(), form), 422, "invalid_request", "mask_data: is there 2 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "images[]", "image_file"})
    void imageThatCameAsTextIsRefused(String field) {
        Reply reply = post(RUNS, FormBody.of("prompt", "a fox", field, "hello"));

        assertProblem(reply, 422, "invalid_request", field + ": is there as text; send it as a file");
        assertThat(reply.json().at("/field_errors").has(field)).isTrue();
    }

    @Test
    void imageToBeginWithAndImagesToBringInAreTwoWishes() {
        Reply reply =
                post(RUNS, FormBody.of("prompt", "a fox").png("images", BLUE).png("image_file", GREEN));

        assertProblem(reply, 422, "invalid_request", "images: cannot come together with image_file");
        assertThat(reply.json().at("/field_errors").has("image_file")).isTrue();
        assertThat(server.get(RUNS).json().get("total").asInt()).isZero();
    }

    @Test
    void bundleComesOnceAndAsAFile() {
        String path = "/api/v1/lineage/import";

        assertProblem(post(path, FormBody.of("bundle", "zip")), 422, "invalid_request", "bundle: is there as text");
        assertProblem(
                post(path, new FormBody().png("bundle", BLUE).png("file", BLUE)),
                422,
                "invalid_request",
                "bundle: is there 2 times");
    }

    @Test
    void fieldThatNobodyKnowsMayComeTwice() {
        Reply reply =
                post(RUNS, new FormBody().png("images", BLUE).with("tag", "a").with("tag", "b"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }
}
