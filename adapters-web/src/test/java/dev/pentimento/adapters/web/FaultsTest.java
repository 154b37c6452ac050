package dev.pentimento.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.runs.RunScene;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests with more mistakes than anybody wants to read. */
class FaultsTest extends RunScene {
    /** What an answer may have, in characters. */
    private static final int ENOUGH = 100_000;

    private Reply preserving(String aspects) {
        return server.post(
                "/api/concepts/refine",
                "{\"original_image_url\": \"https://example.com/a.png\", \"refinement_prompt\": \"make it warmer\","
                        + " \"preserve_aspects\": [" + aspects + "]}");
    }

    @Test
    void ofManyMistakesInAFieldTheFirstAreTold() {
        Reply reply = preserving("\"\"" + ",\"\"".repeat(999));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).hasSizeLessThan(ENOUGH);
        assertThat(reply.json().at("/field_errors/preserve_aspects")).hasSize(11);
        assertThat(reply.json().at("/field_errors/preserve_aspects/10").asText())
                .isEqualTo("and 990 more");
        assertThat(reply.json().get("message").asText()).contains("preserve_aspects: and 990 more");
    }

    @Test
    void listThatIsTooLongToBeLookedAtIsOneMistake() {
        Reply reply = preserving("\"\"" + ",\"\"".repeat(339_999));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors")).hasSize(1);
        assertThat(reply.json().at("/errors/0").asText())
                .isEqualTo("preserve_aspects: must be a list of at most 1000 texts");
    }

    @Test
    void ofManyFieldsWithMistakesTheFirstAreTold() {
        String prompts = IntStream.range(0, 200)
                .mapToObj(i -> "{\"id\": \"../%d\"}".formatted(i))
                .collect(Collectors.joining(","));

        Reply reply = server.post("/api/v1/batches", "{\"prompts\": [" + prompts + "]}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).hasSizeLessThan(ENOUGH);
        assertThat(reply.json().get("errors")).hasSize(51);
        assertThat(reply.json().at("/errors/50").asText()).isEqualTo("and 350 more");
    }

    @Test
    void wordThatIsTooLongToBeToldIsToldInPart() {
        Reply reply = preserving("\"" + "🦊".repeat(200_000) + "\"");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).hasSizeLessThan(ENOUGH);
        assertThat(reply.json().at("/field_errors/preserve_aspects/0").asText())
                .startsWith("Nothing called '🦊🦊")
                .contains("🦊 ... 🦊")
                .endsWith("choose from layout, colors, style, shapes, symbols, proportions, color_scheme");
    }

    @Test
    void fieldsThatNobodyKnowsAreNotToldOf() {
        String fields = IntStream.range(0, 80_000)
                .mapToObj(i -> "x%d=&x%d=".formatted(i, i))
                .collect(Collectors.joining("&"));

        Reply reply = server.send(server.request("/api/v1/runs")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.substring(0, 1_000_000), StandardCharsets.US_ASCII)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors")).hasSize(1);
    }
}
