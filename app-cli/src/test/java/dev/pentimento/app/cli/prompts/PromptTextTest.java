package dev.pentimento.app.cli.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.document.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class PromptTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As it comes back from a file. */
    private static String stored(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "\u001b[31mred",
                "one\u0085two\u0085",
                "one\u2028two\u2029",
                "\ud83e\udd8a fox",
                "\ufeffmark",
                "\uffff",
                "\u007f\u009f",
                "cr\r\nlf\n\ttab ",
                " - {a: b} # c",
                "yes",
                "2024-01-01",
                "0x1F",
                "null",
                "",
                "!!binary AAAA",
                "caf\u00e9 \"quoted\" 'so' \\u0041 \\"
            })
    void textsAreTheSameInBothFormats(String text) throws IOException {
        String json = Json.write(Map.of("text", text, "list", List.of(text, 7, true)));

        String yaml = stored(PromptText.asYaml(json));

        Object written = Map.of("text", text, "list", List.of(text, 7, true));
        assertThat(JSON.readValue(stored(json), Object.class)).isEqualTo(written);
        Object read = new Yaml().load(yaml);
        assertThat(read).as(yaml).isEqualTo(written);
        assertThat(YamlTree.of(yaml).path("text").asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half \ud83e of a fox", "half \udd8a", "\ud83e"})
    void halfACharacterIsNoneInBothFormats(String text) throws IOException {
        String json = Json.write(Map.of("text", text));

        Object written = Map.of("text", text.replaceAll("\\p{Cs}", "\ufffd"));
        assertThat(JSON.readValue(stored(json), Object.class)).isEqualTo(written);
        Object read = new Yaml().load(stored(PromptText.asYaml(json)));
        assertThat(read).isEqualTo(written);
    }

    @Test
    void whatNeedsNoEscapesHasNone() {
        assertThat(PromptText.asYaml("{\"a\": \"f\u00fcchse \ud83e\udd8a\", \"b\": [1]}"))
                .isEqualTo("a: f\u00fcchse \ud83e\udd8a\nb:\n  - 1\n");
    }
}
