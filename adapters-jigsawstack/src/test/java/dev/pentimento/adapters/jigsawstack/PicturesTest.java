package dev.pentimento.adapters.jigsawstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.testkit.EditorPictures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as JigsawStack's reference shows them, and others that came instead. */
class PicturesTest {
    private static final EncodedImage RESULT = EditorPictures.jpeg(EditorPictures.colorful());

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "application/octet-stream", "text/html", ""})
    void bytesAreThePictureWhateverTheyAreCalled(String type) {
        trial.imagesAnswer(answer(type, RESULT.bytes()));

        assertThat(trial.edit().images()).containsExactly(RESULT);
    }

    @Test
    void namedPictureIsFetched() {
        trial.files.put(URI.create("https://files.jigsawstack.example/made.png?sig=1"), RESULT.bytes());
        trial.imagesAnswer(answer("application/json; charset=utf-8", Trial.recorded("image-url.json")));

        assertThat(trial.edit().images()).containsExactly(RESULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/png;base64,", ""})
    void pictureMayStandInTheUrl(String prefix) {
        String text = prefix + Base64.getEncoder().encodeToString(RESULT.bytes());
        trial.imagesAnswer(
                okJson(Json.object().put("success", true).put("url", text).toString()));

        assertThat(trial.edit().images()).containsExactly(RESULT);
    }

    @Test
    void pictureThatIsGoneLeavesItsAddressAsEvidence() {
        trial.imagesAnswer(answer("application/json", Trial.recorded("image-url.json")));

        ProviderFailure.Unintelligible failure = unusable();

        assertThat(failure).hasMessageContaining("could not be fetched");
        assertThat(new String(failure.answer(), StandardCharsets.UTF_8)).contains("files.jigsawstack.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "not json",
                "{\"url\":7}",
                "{\"url\":\"\"}",
                "{\"url\":\"!!!\"}",
                "{\"url\":\"data:image/png\"}",
                "{\"url\":\"data:image/png;base64,AAAA\"}",
                "{\"url\":\"http://a b\"}",
                "{\"success\":false,\"url\":\"https://files.jigsawstack.example/made.png\"}"
            })
    void jsonWithoutAPictureIsPaidAndKept(String json) {
        trial.imagesAnswer(answer("application/json", json.getBytes(StandardCharsets.UTF_8)));

        assertThat(unusable().answer()).asString().isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Please log in</html>", "{\"url\":\"x\"}", "<svg></svg>", "PNG"})
    void bytesThatAreNoPictureArePaidAndKept(String body) {
        trial.imagesAnswer(answer("image/png", body.getBytes(StandardCharsets.UTF_8)));

        ProviderFailure.Unintelligible failure = unusable();

        assertThat(failure.answer()).asString().isEqualTo(body);
        assertThat(failure.cost().microUsd()).hasValue(5_000);
    }

    private static ResponseDefinitionBuilder answer(String type, byte[] body) {
        ResponseDefinitionBuilder answer = aResponse().withBody(body);
        return type.isEmpty() ? answer : answer.withHeader("Content-Type", type);
    }

    private ProviderFailure.Unintelligible unusable() {
        ProviderFailure.Unintelligible failure =
                catchThrowableOfType(ProviderFailure.Unintelligible.class, trial::edit);
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("\n");
        return failure;
    }
}
