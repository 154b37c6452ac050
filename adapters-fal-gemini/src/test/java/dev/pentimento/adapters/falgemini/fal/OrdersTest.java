package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonParser;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to each endpoint, and to which. */
@Timeout(120)
class OrdersTest {
    private static final String SAID = "make the bowl blue\\nDo this, and adjust only what has to fit the change.";
    private static final String RED = Wishes.dataUri(Wishes.RED);
    private static final String BLUE = Wishes.dataUri(Wishes.BLUE);

    private final FalStub fal = FalStub.open()
            .declaring(
                    "workflows/acme/poster/edit",
                    Map.of(
                            "parameters.prompt", "text",
                            "parameters.image_url", "url",
                            "parameters.style", "noir|vivid",
                            "send.style", "noir"));
    private final Provider provider = fal.provider();

    @AfterEach
    void close() {
        provider.close();
        fal.close();
    }

    private MadeImages edit(ImageEditor.Request request) {
        return provider.editor().orElseThrow().edit(request, TestCallContext.calm());
    }

    private MadeImages generate(ImageGenerator.Request request) {
        return provider.generator().orElseThrow().generate(request, TestCallContext.calm());
    }

    private void assertSaid(String path, String json) {
        assertThat(fal.submitted().get(0).getUrl()).isEqualTo(path);
        assertThat(fal.order()).isEqualTo(JsonParser.parseString(json));
    }

    @Test
    void imagesAreMadeFromWords() {
        generate(Wishes.generation(3));

        assertSaid("/fal-ai/fast-lightning-sdxl", """
                {"format": "png", "enable_safety_checker": true, "prompt": "a bowl", \
                "image_size": {"width": 1024, "height": 768}, "seed": 42, "num_images": 3}""");
    }

    static Stream<Arguments> edits() {
        Knobs knobs = Wishes.knobs(0.25, 2, 42L);
        return Stream.of(
                arguments(Wishes.edit(knobs), "/fal-ai/flux/dev/image-to-image", """
                        {"output_format": "png", "enable_safety_checker": true, "prompt": "%s", "strength": 0.25, \
                        "seed": 42, "num_images": 2, "image_url": "%s"}""".formatted(SAID, RED)),
                arguments(
                        Wishes.edit(null, knobs, Wishes.RED, Wishes.BLUE),
                        "/fal-ai/fast-lightning-sdxl/inpainting",
                        """
                        {"format": "png", "enable_safety_checker": true, "prompt": "%s", \
                        "image_size": {"width": 1024, "height": 768}, "strength": 0.25, "seed": 42, "num_images": 2, \
                        "image_url": "%s", "mask_url": "%s"}""".formatted(SAID, RED, BLUE)),
                arguments(
                        Wishes.edit("fal-ai/fast-lightning-sdxl/image-to-image", knobs, Wishes.RED, null),
                        "/fal-ai/fast-lightning-sdxl/image-to-image",
                        """
                        {"format": "png", "enable_safety_checker": true, "prompt": "%s", \
                        "image_size": {"width": 1024, "height": 768}, "strength": 0.25, "seed": 42, "num_images": 2, \
                        "image_url": "%s"}""".formatted(SAID, RED)),
                arguments(
                        Wishes.edit("fal-ai/flux-pro/kontext", knobs, Wishes.RED, null),
                        "/fal-ai/flux-pro/kontext",
                        """
                        {"output_format": "png", "prompt": "%s", "seed": 42, "num_images": 2, "image_url": "%s"}""".formatted(SAID, RED)),
                arguments(
                        Wishes.edit("fal-ai/nano-banana/edit", knobs, Wishes.RED, null, Wishes.BLUE),
                        "/fal-ai/nano-banana/edit",
                        """
                        {"output_format": "png", "prompt": "%s", "num_images": 2, "image_urls": ["%s", "%s"]}""".formatted(SAID, RED, BLUE)),
                arguments(Wishes.edit("workflows/acme/poster/edit"), "/workflows/acme/poster/edit", """
                        {"style": "noir", "prompt": "%s", "image_url": "%s"}""".formatted(
                                SAID, RED)));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void everyEndpointIsToldWhatItTakesAndNothingElse(ImageEditor.Request request, String path, String json) {
        edit(request);

        assertSaid(path, json);
    }

    /** fal would take less, and change something all the same. */
    @Test
    void strengthZeroIsNoOrder() {
        MadeImages made = edit(Wishes.edit(Wishes.knobs(0, 2, null)));

        assertThat(made.images()).containsExactly(Wishes.RED, Wishes.RED);
        assertThat(made.report().cost().microUsd()).hasValue(0);
        assertThat(made.report().byTrainedModel()).isFalse();
        assertThat(fal.journal()).isEmpty();
    }

    @Test
    void strengthIsNotSmallerThanAnEndpointTakes() {
        edit(Wishes.edit(Wishes.knobs(0.001, 1, null)));

        assertThat(fal.order().get("strength").getAsDouble()).isEqualTo(0.01);
    }

    @Test
    void seedsOfAnySizeAreTaken() {
        edit(Wishes.edit(Wishes.knobs(0.6, 1, -1L)));

        assertThat(fal.order().get("seed").getAsLong()).isEqualTo(Integer.MAX_VALUE);
    }

    static Stream<Arguments> impossibleEdits() {
        return Stream.of(
                arguments(Wishes.edit(Wishes.knobs(0.6, 5, null)), "'num_images'"),
                arguments(
                        Wishes.edit("workflows/acme/poster/edit", Wishes.knobs(0.6, 2, null), Wishes.RED, null),
                        "has no parameter 'num_images'; it takes image_url, prompt, style"),
                arguments(Wishes.edit(null, Knobs.DEFAULT, Wishes.RED, null, Wishes.BLUE), "takes 0 reference images"),
                arguments(Wishes.edit(FalStub.INPAINT), "repaints within a mask"),
                arguments(Wishes.edit(FalStub.GENERATE), "changes none"),
                arguments(
                        Wishes.edit("fal-ai/flux/dev/image-to-imag"), "did you mean 'fal-ai/flux/dev/image-to-image'?"),
                arguments(Wishes.edit("dall-e"), "Known: fal-ai/fast-lightning-sdxl"),
                arguments(Wishes.edit("../../v1"), "'../../v1'"),
                arguments(
                        Wishes.edit(RefinementKind.TEXT, null, Knobs.DEFAULT, Wishes.RED, null), "does no text repair"),
                arguments(
                        Wishes.edit(RefinementKind.SUBJECT, null, Knobs.DEFAULT, Wishes.RED, null),
                        "does no subject repair"));
    }

    @ParameterizedTest
    @MethodSource("impossibleEdits")
    void whatCannotWorkIsRefusedBeforeAnythingIsSent(ImageEditor.Request request, String words) {
        ImageEditor editor = provider.editor().orElseThrow();

        assertThatThrownBy(() -> edit(request))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining(words);
        assertThatThrownBy(() -> editor.preview(request)).isInstanceOf(ProviderFailure.InvalidRequest.class);
        assertThat(fal.journal()).isEmpty();
    }

    @Test
    void tooManyVariantsAreRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> generate(Wishes.generation(9)))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("a whole number from 1 to 8 but is '9'");
        assertThat(fal.journal()).isEmpty();
    }

    @Test
    void editorsMakeNothingFromWords() {
        assertThatThrownBy(() -> generate(Wishes.generation(FalStub.EDIT, 1)))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("makes none from words");
    }

    @Test
    void endpointThatIsGoneNamesItsSuccessor() {
        assertThatThrownBy(() -> edit(Wishes.edit(FalStub.GONE)))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessageContaining(FalStub.EDIT);
        assertThat(fal.journal()).isEmpty();
    }

    @Test
    void previewIsWhatWillBeSaid() {
        Preview preview = provider.editor().orElseThrow().preview(Wishes.edit());
        assertThat(fal.journal()).isEmpty();

        edit(Wishes.edit());

        assertThat(preview.model()).isEqualTo(FalStub.EDIT);
        assertThat(preview.prompt()).isEqualTo(fal.order().get("prompt").getAsString());
    }

    @Test
    void sizesThatAModelDoesNotKnowAreRounded() {
        generate(new ImageGenerator.Request(
                new dev.pentimento.domain.refinement.Instruction("a bowl"),
                dev.pentimento.domain.concept.Brief.EMPTY,
                new dev.pentimento.domain.image.ImageSize(1000, 1000),
                1,
                null,
                null));

        assertThat(fal.order().get("image_size"))
                .isEqualTo(JsonParser.parseString("{\"width\": 1024, \"height\": 1024}"));
    }
}
