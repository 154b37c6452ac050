package dev.pentimento.app.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureArgumentTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/cat.png, https://example.org/cat.png",
        "HTTP://example.org, HTTP://example.org",
        "' https://example.org/cat.png ', https://example.org/cat.png",
        "https://example.org/a cat.png, https://example.org/a%20cat.png",
        "'https://example.org/{a|b}^`<>\"', https://example.org/%7Ba%7Cb%7D%5E%60%3C%3E%22",
        "https://example.org/100%?a=50%25, https://example.org/100%25?a=50%25",
        "http://evil.example\\@127.0.0.1/, http://evil.example%5C@127.0.0.1/",
        "https://example.org/\u00e4.png, https://example.org/\u00e4.png",
        "ftp://example.org/cat.png, ftp://example.org/cat.png",
        "file:///etc/passwd, file:///etc/passwd",
        "'data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'",
        "http:cat.png, http:cat.png"
    })
    void urlsAreTakenAsPeoplePasteThem(String text, String url) {
        assertThat(new PictureArgument(text).url()).get().hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat.png", "-", "A1", "a:b.png", "C:\\cat.png", "https.png", "./http:/x", "httpx:cat"})
    void filesAndVersionsAreNoUrls(String text) {
        assertThat(new PictureArgument(text).url()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://[::1/?s3cret", "https://ann:s3cret@[::1/", "http://", "https://a]b/#s3cret"})
    void whatNobodyCanReadIsRefusedWithoutItsSecrets(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureArgument(text))
                .withMessageContaining("is no URL")
                .withMessageNotContaining("s3cret");
    }
}
