package dev.pentimento.testkit.paid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void whatWasWrittenIsRead() {
        Map<String, String> fields = Map.of("prompt", "say \"hi\" \\ to\n\tall é日", "empty", "");

        assertThat(FlatJson.read(FlatJson.write(fields))).contains(fields);
    }

    @Test
    void numbersAndWordsAreReadAsTheyStand() {
        byte[] json = "{ \"a\" : 40000 , \"b\":true,\"c\":\"\\u0041\\n\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(FlatJson.read(json)).contains(Map.of("a", "40000", "b", "true", "c", "A\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "<html>",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":\"b",
                "{\"a\":}",
                "[]",
                "{}x",
                "{\"a\":\"\\u00\"}"
            })
    void anythingElseIsNoObject(String text) {
        assertThat(FlatJson.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
