package dev.pentimento.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.testkit.TestCallContext;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a generation looks like on the wire. */
class GenerationJsonTest {
    @RegisterExtension
    final StandIn openai = new StandIn();

    @BeforeEach
    void answer() {
        openai.answers(Answers.images(Requests.PICTURE));
    }

    @Test
    void saysWhatIsAskedAndNothingElse() {
        JsonNode json = generate(Requests.generate(), Map.of());

        assertThat(openai.onlyPost().getUrl()).isEqualTo("/v1/images/generations");
        assertThat(openai.onlyPost().getHeader("Authorization")).isEqualTo("Bearer " + Offered.KEY);
        assertThat(openai.onlyPost().getHeader("Content-Type")).startsWith("application/json");
        assertThat(json)
                .hasToString(
                        "{\"prompt\":\"a fox asleep under a pine\",\"model\":\"gpt-image-2.5-sunburst\",\"n\":1,\"quality\":\"high\",\"size\":\"1024x1024\"}");
    }

    @Test
    void wishesAreSent() {
        JsonNode json = generate(
                Requests.generate(4, Requests.SQUARE, "gpt-image-2"),
                Map.of(
                        "quality", "low",
                        "background", "opaque",
                        "output-format", "jpeg",
                        "moderation", "low",
                        "input-fidelity", "high"));

        assertThat(json.path("n").intValue()).isEqualTo(4);
        assertThat(json.path("model").textValue()).isEqualTo("gpt-image-2");
        assertThat(json.path("quality").textValue()).isEqualTo("low");
        assertThat(json.path("background").textValue()).isEqualTo("opaque");
        assertThat(json.path("output_format").textValue()).isEqualTo("jpeg");
        assertThat(json.path("moderation").textValue()).isEqualTo("low");
        assertThat(json.has("input_fidelity")).isFalse();
    }

    @Test
    void usesAModelOfItsOwnIfOneIsNamed() {
        JsonNode json = generate(Requests.generate(), Map.of("generate-model", "gpt-image-2"));

        assertThat(json.path("model").textValue()).isEqualTo("gpt-image-2");
    }

    @Test
    void sizeThatTheModelDoesNotMakeBecomesTheOneMostLikeIt() {
        assertThat(sizeSent("gpt-image-2", new ImageSize(1920, 1080))).isEqualTo("1920x1088");
        assertThat(sizeSent("gpt-image-2", new ImageSize(256, 192))).isEqualTo("944x704");
        assertThat(sizeSent("gpt-image-1.5", new ImageSize(1920, 1080))).isEqualTo("1536x1024");
    }

    private String sizeSent(String model, ImageSize wanted) {
        openai.resetRequests();
        return generate(Requests.generate(1, wanted, model), Map.of())
                .path("size")
                .textValue();
    }

    private JsonNode generate(ImageGenerator.Request request, Map<String, String> settings) {
        Offered.generator(openai.provider(settings)).generate(request, TestCallContext.calm());
        return openai.json();
    }
}
