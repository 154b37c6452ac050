package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.TestCallContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are paid and not what one would expect. */
class UnusableAnswersTest {
    private static final String SUNSET = "https://cdn.example.com/sunset.png?signature=1";

    @RegisterExtension
    final StandIn openai = new StandIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>Please log in</html>",
                "{\"data\": null}",
                "{\"data\": 7}",
                "{\"data\": []}",
                "{\"data\": [{}]}",
                "{\"data\": [{\"b64_json\": 7}]}",
                "{\"data\": [{\"b64_json\": \"not base64!\"}]}",
                "{\"data\": [{\"b64_json\": \"R0lG\"}]}",
                "{\"data\": [{\"b64_json\": \"iVBOR",
            })
    void answerWithoutAPictureIsKept(String body) {
        openai.answers(okJson(body));

        ProviderFailure.Unintelligible failure = unintelligible();

        assertThat(new String(failure.answer(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(failure.cost()).isEqualTo(Cost.unknown());
        assertThat(failure)
                .hasMessage(
                        "Provider 'openai' answered 200 with %d bytes in which there is no picture; the answer is kept"
                                .formatted(body.length()));
    }

    @Test
    void answerWithoutAPictureIsBookedAtWhatItCost() {
        openai.answers(Answers.imagesCounting(Answers.USAGE));

        assertThat(unintelligible().cost()).isEqualTo(Cost.reported(35_100));
    }

    @Test
    void whatIsNoPictureAmongPicturesIsLeftOut() {
        openai.answers(okJson("{\"data\": [{\"b64_json\": \"R0lG\"}, {\"b64_json\": \"%s\"}]}"
                .formatted(Answers.base64(Requests.PICTURE))));

        assertThat(edited(openai, NOWHERE).images()).containsExactly(Requests.PICTURE);
    }

    /** Jackson takes no text of more than 20 million characters unless it is told to. */
    @Test
    void pictureMayBeLargerThanJacksonThinksSensible() {
        byte[] large = Arrays.copyOf(Requests.PICTURE.bytes(), 16_000_000);
        EncodedImage image = EncodedImage.of(large);
        openai.answers(Answers.images(image));

        assertThat(edited(openai, NOWHERE).images()).containsExactly(image);
    }

    @Test
    void pictureMayComeAsAUrlFromOtherServers() {
        openai.answers(okJson("{\"data\": [{\"url\": \"%s\"}]}".formatted(SUNSET)));
        ImageSource source = (url, context) -> {
            assertThat(url).isEqualTo(URI.create(SUNSET));
            return new ImageFile("sunset.png", Requests.PICTURE.bytes());
        };

        assertThat(edited(openai, source).images()).containsExactly(Requests.PICTURE);
    }

    @Test
    void urlOfAPaidPictureIsKeptIfItCannotBeFetched() {
        openai.answers(okJson("{\"data\": [{\"url\": \"%s\"}]}".formatted(SUNSET)));
        ImageSource source = (url, context) -> {
            throw new FetchFailure(FetchFailure.Reason.UNREACHABLE, "nobody there");
        };

        ProviderFailure.Unintelligible failure =
                catchThrowableOfType(ProviderFailure.Unintelligible.class, () -> edited(openai, source));

        assertThat(new String(failure.answer(), StandardCharsets.UTF_8)).contains(SUNSET);
    }

    private static final ImageSource NOWHERE = (url, context) -> {
        throw new AssertionError("Nobody should fetch " + url);
    };

    private static MadeImages edited(StandIn openai, ImageSource results) {
        return Offered.editor(Offered.provider(openai.url(), Map.of(), results))
                .edit(Requests.edit(), TestCallContext.calm());
    }

    private ProviderFailure.Unintelligible unintelligible() {
        return catchThrowableOfType(ProviderFailure.Unintelligible.class, () -> edited(openai, NOWHERE));
    }
}
