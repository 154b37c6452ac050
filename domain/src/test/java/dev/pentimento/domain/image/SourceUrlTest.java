package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a/cat.png, https://example.org/a/cat.png",
        "https://example.org:8443/a%20b.png?X-Signature=s3cret, https://example.org:8443/a%20b.png",
        "https://example.org/cat.png#s3cret, https://example.org/cat.png",
        "https://ann:s3cret@example.org/, https://example.org/",
        "http://a@b:s3cret@example_1/, http://example_1/",
        "http://[::1]:80/x?y, http://[::1]:80/x",
        "http:///x?s3cret, http:/x",
        "http:////s3cret@x/y, http:////s3cret@x/y",
        "data:image/png;base64;s3cret, data:\u2026",
        "cat.png?s3cret, cat.png"
    })
    void whatMayBeSecretIsLeftOut(URI url, String plain) {
        assertThat(SourceUrl.of(url)).hasToString(plain);
        assertThat(SourceUrl.of(URI.create(plain))).hasToString(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/?s3cret", "https://example.org/#s3cret", "https://s3cret@example.org/"})
    void whatMayBeSecretIsNotKept(URI url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceUrl(url))
                .withMessageContaining("https://example.org/")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void longOnesAreCutWhereTheyAreShown() {
        SourceUrl url = SourceUrl.of(URI.create("https://example.org/" + "x".repeat(5_000)));

        assertThat(url.shown()).hasSize(201).endsWith("x\u2026");
        assertThat(url.toString()).hasSize(5_020);
    }
}
