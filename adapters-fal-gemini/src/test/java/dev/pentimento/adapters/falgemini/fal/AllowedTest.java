package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTest {

    static Stream<Arguments> readings() {
        return Stream.of(
                arguments("text", "a bowl", "a bowl"),
                arguments("url", "https://example.com/a.png", "https://example.com/a.png"),
                arguments("url", "data:image/png;base64,AQID", "data:image/png;base64,AQID"),
                arguments(
                        "urls",
                        "https://a.example/1\nhttps://a.example/2",
                        List.of("https://a.example/1", "https://a.example/2")),
                arguments("flag", "true", true),
                arguments("size", "1024x768", Map.of("width", 1024, "height", 768)),
                arguments("1..8", "8", 8L),
                arguments("1..8", "1.0", 1L),
                arguments("0.05..1.0", "0.05", new BigDecimal("0.05")),
                arguments("-1..1", "-1", -1L),
                arguments("jpeg|png", "png", "png"),
                arguments("1|2|4|8", "4", "4"),
                arguments("16:9|1:1", "16:9", "16:9"));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void readsWhatItAllows(String notation, String value, Object read) {
        assertThat(Allowed.of(notation).read(value)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "text, ' ', must be words",
        "url, ftp://example.com/a, must be the URL of a picture",
        "urls, https://, must be the URL of a picture",
        "flag, yes, must be true or false",
        "size, 1024, must be a size such as 1024x768",
        "size, 0x7, must be a size such as 1024x768",
        "1..8, 9, must be a whole number from 1 to 8",
        "1..8, 1.5, must be a whole number from 1 to 8",
        "0.05..1.0, 0.04, must be a number from 0.05 to 1.0",
        "0.05..1.0, NaN, must be a number from 0.05 to 1.0",
        "jpeg|png, gif, 'must be one of jpeg, png'"
    })
    void objectsToEverythingElse(String notation, String value, String objection) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowed.of(notation).read(value))
                .withMessage("%s but is '%s'", objection, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "number", "1..", "..8", "a..b", "jpeg|", "|", "x"})
    void otherNotationsAreNone(String notation) {
        assertThatIllegalArgumentException().isThrownBy(() -> Allowed.of(notation));
    }

    @Test
    void picturesAreNotRepeatedInMessages() {
        String picture = "nothing:" + "A".repeat(100_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowed.of("url").read(picture))
                .satisfies(objection ->
                        assertThat(String.valueOf(objection.getMessage())).hasSizeLessThan(200));
    }
}
