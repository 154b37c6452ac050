package dev.pentimento.adapters.falgemini.fal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How pictures get to where fal's models see them. */
@Timeout(120)
class UploadsTest {
    private final FalStub fal = FalStub.open();
    private final Provider provider = fal.provider();

    UploadsTest() {
        fal.storesAt(fal.at("/store/1?signature=s3cret"), "https://v3.fal.media/files/base.png");
    }

    @AfterEach
    void close() {
        provider.close();
        fal.close();
    }

    private void edit(EncodedImage base) {
        provider.editor().orElseThrow().edit(Wishes.editOf(base), TestCallContext.calm());
    }

    private ProviderFailure failure() {
        return catchThrowableOfType(ProviderFailure.class, () -> edit(Wishes.large()));
    }

    @Test
    void smallPictureTravelsWithinTheOrder() {
        edit(Wishes.RED);

        assertThat(fal.order().get("image_url").getAsString()).isEqualTo(Wishes.dataUri(Wishes.RED));
        assertThat(fal.journal()).noneMatch(request -> request.contains("/storage/"));
    }

    @Test
    void largePictureIsBroughtToTheStorageFirst() {
        EncodedImage large = Wishes.large();

        edit(large);

        assertThat(fal.journal().subList(0, 3))
                .containsExactly(
                        "POST /storage/upload/initiate?storage_type=fal-cdn-v3",
                        "PUT /store/1?signature=s3cret",
                        "POST /fal-ai/flux/dev/image-to-image");
        LoggedRequest wish = fal.requests().get(0);
        LoggedRequest upload = fal.requests().get(1);
        assertThat(wish.getBodyAsString()).isEqualTo("{\"content_type\":\"image/png\",\"file_name\":\"picture.png\"}");
        assertThat(wish.getHeader("Authorization")).isEqualTo("Key " + FalStub.KEY);
        assertThat(upload.getBody()).isEqualTo(large.bytes());
        assertThat(upload.getHeader("Content-Type")).isEqualTo("image/png");
        assertThat(fal.submitted().get(0).getBodyAsString()).contains("\"https://v3.fal.media/files/base.png\"");
    }

    @Test
    void keyIsNotShownToTheStorage() {
        edit(Wishes.large());

        assertThat(fal.requests().get(1).getHeader("Authorization")).isNull();
    }

    static Stream<ResponseDefinitionBuilder> trouble() {
        return Stream.of(
                FalStub.json(500, "{\"detail\": \"broken\"}"),
                FalStub.json(502, "<html>"),
                FalStub.json(302, ""),
                FalStub.json(200, "<html>"),
                FalStub.json(200, "{}"),
                FalStub.json(200, "{\"upload_url\": 7}"),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void troubleWithTheStorageCostsNothing(ResponseDefinitionBuilder trouble) {
        fal.uploads(trouble);

        assertThat(failure()).isInstanceOf(ProviderFailure.Unavailable.class).hasMessageNotContaining(FalStub.KEY);
        assertThat(fal.submitted()).isEmpty();
    }

    @Test
    void uploadThatFailsCostsNothing() {
        fal.storing(FalStub.json(503, "<html>"));

        assertThat(failure()).isInstanceOf(ProviderFailure.Unavailable.class).hasMessageNotContaining("s3cret");
        assertThat(fal.submitted()).isEmpty();
    }

    @Test
    void keyThatIsRefusedIsToldApart() {
        fal.uploads(FalStub.json(401, "{\"detail\": \"who?\"}"));

        assertThat(failure()).isInstanceOf(ProviderFailure.AccessDenied.class).hasMessageContaining("FAL_KEY");
    }

    @Test
    void accountThatIsEmptyIsToldApart() {
        fal.uploads(FalStub.json(403, "{\"detail\": \"User is locked. Reason: Exhausted balance.\"}"));

        assertThat(failure()).isInstanceOf(ProviderFailure.QuotaExhausted.class);
    }

    @Test
    void storageThatIsNotThereIsAMistakeInTheSettings() {
        fal.uploads(FalStub.json(404, "nothing here"));

        assertThat(failure()).isInstanceOf(ProviderFailure.InvalidRequest.class).hasMessageContaining("upload-url");
    }

    /** Whoever answers in fal's place does not get the picture, nor make us write to places within our network. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/store/1",
                "https://fal.media.example.com/store/1",
                "https://evilfal.media/store/1",
                "http://v3.fal.media/store/1",
                "http://169.254.169.254/store/1",
                "http://127.0.0.1:9/store/1",
                "file:///etc/passwd"
            })
    void picturesGoToNoOtherPlace(String place) {
        fal.storesAt(place, "https://v3.fal.media/files/base.png");

        assertThat(failure()).isInstanceOf(ProviderFailure.Unavailable.class).hasMessageContaining("none of fal's");
        assertThat(fal.journal()).hasSize(1);
    }

    @Test
    void maskAndBaseGoTheSameWay() {
        EncodedImage large = Wishes.large();
        provider.editor()
                .orElseThrow()
                .edit(Wishes.edit(null, Wishes.knobs(0.6, 1, null), large, large), TestCallContext.calm());

        assertThat(fal.journal())
                .filteredOn(request -> request.startsWith("PUT"))
                .hasSize(2);
    }
}
