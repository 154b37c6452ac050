package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.testkit.WebServer;
import dev.pentimento.testkit.paid.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/concepts/refine}, and what becomes of it. */
class RefineTest extends ConceptScene {
    private static final String[] MEMBERS = {
        "id", "task_id", "status", "type", "message", "created_at", "updated_at", "started_at", "completed_at",
        "metadata", "result_id", "result", "image_url", "error_message", "error_code", "progress", "stage", "attempt",
        "cost"
    };

    @Test
    void refinementIsAcceptedAsATask() {
        vendorWaits();

        Reply reply = refine();

        JsonNode task = reply.json();
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).contains("/api/tasks/" + id(reply));
        assertThat(reply.header("Retry-After")).contains("2");
        assertThat(task.fieldNames()).toIterable().containsExactlyInAnyOrder(MEMBERS);
        assertThat(task.get("id")).isEqualTo(task.get("task_id"));
        assertThat(task.get("status").asText()).isIn("pending", "processing");
        assertThat(task.get("type").asText()).isEqualTo("concept_refinement");
        assertThat(task.get("message").asText()).isEqualTo("Concept refinement task created and queued for processing");
        assertThat(task.get("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(task.at("/metadata/refinement_prompt").asText()).isEqualTo(PROMPT);
        assertThat(task.at("/metadata/original_image_url").asText()).isEqualTo(logo());
        assertThat(task.at("/metadata/logo_description").isNull()).isTrue();
        assertThat(task.get("result").isNull()).isTrue();
    }

    @Test
    void completedTaskTellsWhatCameOut() {
        JsonNode task = refined();

        assertThat(task.fieldNames()).toIterable().containsExactlyInAnyOrder(MEMBERS);
        assertThat(task.get("progress").asDouble()).isEqualTo(1);
        assertThat(task.at("/result/version_id")).isEqualTo(task.get("result_id"));
        assertThat(task.at("/result/image_url")).isEqualTo(task.get("image_url"));
        assertThat(task.at("/result/image_path").asText()).endsWith(".png").doesNotContain("signature");
        assertThat(task.at("/result/refinement_prompt").asText()).isEqualTo(PROMPT);
        assertThat(task.at("/result/original_image_url").asText()).isEqualTo(logo());
        assertThat(task.at("/cost/micro_usd").asLong()).isEqualTo(40_000);
        assertThat(task.at("/attempt").asInt()).isEqualTo(1);
        Reply image = server.get(task.get("image_url").asText());
        assertThat(image.status()).isEqualTo(200);
        assertThat(image.header("Content-Type")).contains("image/png");
        assertThat(image.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(image.header("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(TestPictures.read(image.bytes()).getWidth()).isEqualTo(64);
    }

    @Test
    void imageOfTheServerIsRefinedFurther() {
        JsonNode first = refined();

        JsonNode second = awaitEnd(id(server.post(
                "/api/concepts/refine", refinement(first.get("image_url").asText()))));

        assertThat(second.at("/result/concept_id")).isEqualTo(first.at("/result/concept_id"));
        JsonNode shown = server.get(
                        "/api/storage/concept/" + second.get("result_id").asText())
                .json();
        assertThat(shown.get("parent_version_id")).isEqualTo(first.get("result_id"));
        assertThat(site.requests()).as("fetched once").hasSize(1);
    }

    @Test
    void imageOfTheServerIsKnownByItsSignatureUnderWhateverNameTheServerWasAsked() {
        JsonNode first = refined();
        String elsewhere = first.get("image_url").asText().replaceFirst("//[^:/]+", "//localhost");
        String unsigned = elsewhere.substring(0, elsewhere.indexOf('?'));

        assertThat(server.post("/api/concepts/refine", refinement(unsigned)).status())
                .isEqualTo(422);
        JsonNode second = awaitEnd(id(server.post("/api/concepts/refine", refinement(elsewhere))));

        assertThat(second.at("/result/concept_id")).isEqualTo(first.at("/result/concept_id"));
    }

    @Test
    void everythingThatMayBeSaidIsUnderstood() {
        Reply reply = server.post("/api/concepts/refine", """
                {"original_image_url": "%s", "refinement_prompt": "  make it warmer  ",
                 "logo_description": "a fox for a bakery", "theme_description": "  ",
                 "preserve_aspects": ["layout", "shapes"], "strength": 0.5,
                 "mask": [{"x": 0.1, "y": 0.1, "width": 0.5, "height": 0.5}, {"type": "circle", "cx": 0.5, "cy": 0.5, "radius": 0.2}],
                 "provider": "local", "whatever": {"else": 1}}""".formatted(logo()));

        JsonNode metadata = reply.json().get("metadata");
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(metadata.get("refinement_prompt").asText()).isEqualTo("make it warmer");
        assertThat(metadata.get("logo_description").asText()).isEqualTo("a fox for a bakery");
        assertThat(metadata.get("theme_description").isNull()).isTrue();
        assertThat(metadata.get("preserve_aspects")).hasSize(2);
        assertThat(metadata.get("strength").asDouble()).isEqualTo(0.5);
        assertThat(metadata.get("provider").asText()).isEqualTo("local");
        JsonNode end = awaitEnd(id(reply));
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("completed");
    }

    @Test
    void descriptionThatIsNotSentIsThatOfThePicture() {
        String about = ", \"logo_description\": \"a fox for a bakery\", \"theme_description\": \"autumn woods\"}";
        JsonNode first = awaitEnd(id(server.post("/api/concepts/refine", saying(about, logo()))));

        JsonNode second = awaitEnd(id(
                server.post("/api/concepts/refine", saying(", \"theme_description\": \"night sky\"}", image(first)))));
        JsonNode third = awaitEnd(id(server.post("/api/concepts/refine", refinement(image(second)))));

        JsonNode shown = server.get(
                        "/api/storage/concept/" + third.get("result_id").asText())
                .json();
        assertThat(shown.get("logo_description").asText()).isEqualTo("a fox for a bakery");
        assertThat(shown.get("theme_description").asText()).isEqualTo("night sky");
    }

    private String saying(String more, String url) {
        return refinement(url).replaceFirst("}$", more);
    }

    private static String image(JsonNode task) {
        return task.get("image_url").asText();
    }

    @Test
    void secondTaskAtTheSameTimeIsAConflictThatTakesNothing() {
        vendorWaits();
        String running = id(refine());

        Reply reply = refine();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().get("task_id").asText()).isEqualTo(running);
        assertThat(reply.json().get("message").asText()).isEqualTo("A concept refinement task is already in progress");
        assertThat(reply.json().get("detail")).isEqualTo(reply.json().get("message"));
        assertThat(reply.json().get("code").asText()).isEqualTo("already_active");
        assertThat(reply.json().fieldNames()).toIterable().contains(MEMBERS);
        assertThat(reply.header("X-RateLimit-Remaining")).contains("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    refinement_prompt  | {"original_image_url": "https://example.com/a.png"}
                    refinement_prompt  | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "   "}
                    refinement_prompt  | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "abcd"}
                    refinement_prompt  | {"original_image_url": "https://example.com/a.png", "refinement_prompt": 12345}
                    refinement_prompt  | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it \\u0000 warmer"}
                    refinement_prompt  | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it \\ud83e warmer"}
                    original_image_url | {"refinement_prompt": "make it warmer"}
                    original_image_url | {"original_image_url": "ftp://example.com/a.png", "refinement_prompt": "make it warmer"}
                    original_image_url | {"original_image_url": "not a url", "refinement_prompt": "make it warmer"}
                    original_image_url | {"original_image_url": "http://169.254.169.254/latest", "refinement_prompt": "make it warmer"}
                    original_image_url | {"original_image_url": ["https://example.com"], "refinement_prompt": "make it warmer"}
                    logo_description   | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "logo_description": "abc"}
                    theme_description  | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "theme_description": {}}
                    preserve_aspects   | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "preserve_aspects": ["mood"]}
                    preserve_aspects   | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "preserve_aspects": "layout"}
                    strength           | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "strength": 2}
                    strength           | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "strength": "0.5"}
                    mask               | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "mask": {"x": 2}}
                    provider           | {"original_image_url": "https://example.com/a.png", "refinement_prompt": "make it warmer", "provider": "nobody"}
                    body               | ["not", "an", "object"]
                    body               | {"refinement_prompt": "make it
                    """)
    void whatIsWrongIsToldByField(String field, String body) {
        Reply reply = server.post("/api/concepts/refine", body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().get("detail").asText()).isEqualTo("Request validation error");
        assertThat(reply.json().at("/field_errors/" + field).get(0).asText()).isNotEmpty();
        assertThat(reply.json().get("errors").get(0).asText()).startsWith(field + ": ");
        assertThat(reply.json().get("message").asText()).isNotEmpty();
        assertThat(reply.header("X-RateLimit-Remaining")).as("nothing is taken").contains("3");
    }

    @Test
    void longestTextIsTakenAndALongerOneIsNot() {
        String body = "{\"original_image_url\": \"%s\", \"refinement_prompt\": \"%s\"}";

        assertThat(server.post("/api/concepts/refine", body.formatted(logo(), "\ud83e\udd8a".repeat(501)))
                        .status())
                .isEqualTo(422);
        assertThat(server.post("/api/concepts/refine", body.formatted(logo(), "\ud83e\udd8a".repeat(500)))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Reply reply = server.post("/api/concepts/refine", "{\"strength\": 7, \"preserve_aspects\": [\"a\", \"b\"]}");

        assertThat(reply.json().get("field_errors").fieldNames())
                .toIterable()
                .contains("original_image_url", "refinement_prompt", "strength", "preserve_aspects");
        assertThat(reply.json().at("/field_errors/preserve_aspects")).hasSize(2);
    }

    @Test
    void pictureThatIsNoneIsTheFaultOfItsUrl() {
        site.with("/page.html", WebServer.Answer.file("<html>".getBytes(StandardCharsets.UTF_8)));
        site.with("/gone.png", WebServer.Answer.of(404, "Not Found"));

        for (String path : List.of("/page.html", "/gone.png")) {
            Reply reply =
                    server.post("/api/concepts/refine", refinement(site.at(path).toString()));

            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.json().at("/field_errors/original_image_url")).isNotEmpty();
        }
    }

    @Test
    void taskThatFailsSaysWhyAndGivesItsShareBack() {
        server.vendor.next(Answer.moderated());

        JsonNode task = awaitEnd(id(refine()));

        assertThat(task.get("status").asText()).isEqualTo("failed");
        assertThat(task.get("error_code").asText()).isEqualTo("refused");
        assertThat(task.get("error_message").asText()).isNotEmpty();
        assertThat(task.get("result").isNull()).isTrue();
        assertThat(server.get("/api/health/rate-limits-status")
                        .json()
                        .at("/limits/refine_concept/remaining")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void quotaThatIsUsedUpIsToldInFull() {
        for (int i = 0; i < 3; i++) {
            refined();
        }

        Reply reply = refine();

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("X-RateLimit-Limit")).contains("3");
        assertThat(reply.header("X-RateLimit-Remaining")).contains("0");
        assertThat(reply.header("X-RateLimit-Period")).contains("month");
        assertThat(Long.parseLong(reply.header("X-RateLimit-Reset").orElseThrow()))
                .isGreaterThan(1_700_000_000L);
        JsonNode body = reply.json();
        assertThat(reply.header("Retry-After"))
                .contains(body.get("reset_after_seconds").asText());
        assertThat(body.get("limit").asInt()).isEqualTo(3);
        assertThat(body.get("current").asInt()).isEqualTo(3);
        assertThat(body.get("period").asText()).isEqualTo("month");
        assertThat(body.get("code").asText()).isEqualTo("quota_exhausted");
    }

    @Test
    void generationShowsAConceptInPalettes() {
        Reply reply = server.post(
                "/api/concepts/generate-with-palettes?num_palettes=2",
                "{\"logo_description\": \"a fox for a bakery\", \"theme_description\": \"autumn in the woods\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.json().get("type").asText()).isEqualTo("concept_generation");
        assertThat(reply.json().get("message").asText())
                .isEqualTo("Concept generation task created and queued for processing");
        assertThat(reply.header("X-RateLimit-Remaining")).contains("1");
        JsonNode task = awaitEnd(id(reply));
        assertThat(task.get("status").asText()).as(task.toString()).isEqualTo("completed");
        JsonNode concept = server.get(
                        "/api/storage/concept/" + task.at("/result/concept_id").asText())
                .json();
        assertThat(concept.get("color_variations")).hasSize(2);
        assertThat(concept.get("is_refinement").asBoolean()).isFalse();
        JsonNode variation = concept.at("/color_variations/0");
        assertThat(variation.get("palette_name").asText()).isNotEmpty();
        assertThat(variation.get("colors").size()).isGreaterThan(1);
        assertThat(server.get(variation.get("image_url").asText()).status()).isEqualTo(200);
    }

    @Test
    void generationNeedsToKnowWhatOf() {
        assertThat(server.post("/api/concepts/generate-with-palettes", "{}")
                        .json()
                        .at("/field_errors/logo_description"))
                .isNotEmpty();
        assertThat(server.post(
                                "/api/concepts/generate-with-palettes?num_palettes=8",
                                "{\"logo_description\": \"a fox for a bakery\"}")
                        .json()
                        .at("/field_errors/num_palettes"))
                .isNotEmpty();
    }
}
