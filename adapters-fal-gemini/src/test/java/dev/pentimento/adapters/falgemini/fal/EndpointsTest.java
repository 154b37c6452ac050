package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointsTest {
    private final FalStub fal = FalStub.open();

    @AfterEach
    void close() {
        fal.close();
    }

    private Endpoint named(String id) {
        return new Endpoints(fal.settings()).named(id);
    }

    @ParameterizedTest
    @CsvSource({
        "fal-ai/fast-lightning-sdxl, 8, false, false, true",
        "fal-ai/fast-lightning-sdxl/image-to-image, 8, true, true, true",
        "fal-ai/fast-lightning-sdxl/inpainting, 8, true, true, true",
        "fal-ai/flux/dev/image-to-image, 4, true, true, true",
        "fal-ai/flux-pro/kontext, 4, true, false, true",
        "fal-ai/nano-banana/edit, 4, true, false, false"
    })
    void tableSaysWhatEachCanDo(String id, int images, boolean changes, boolean strength, boolean seed) {
        Endpoint endpoint = named(id);

        assertThat(endpoint.maxImages()).isEqualTo(images);
        assertThat(endpoint.changesImages()).isEqualTo(changes);
        assertThat(endpoint.takes(Endpoint.STRENGTH)).isEqualTo(strength);
        assertThat(endpoint.takes(Endpoint.SEED)).isEqualTo(seed);
    }

    static List<String> known() {
        return List.copyOf(KnownEndpoints.all().keySet());
    }

    /** fal would make jpegs of its own accord. */
    @ParameterizedTest
    @MethodSource("known")
    void losslessImagesAreAskedFor(String id) {
        assertThat(Input.to(named(id)).values()).containsValue("png");
    }

    @ParameterizedTest
    @MethodSource("known")
    void whatAnEndpointDoesNotTakeIsNotSaid(String id) {
        Input input = Input.to(named(id));

        assertThatThrownBy(() -> input.put("negative_prompt", "ugly"))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessage("Endpoint '%s' of fal has no parameter 'negative_prompt'; it takes %s"
                        .formatted(id, String.join(", ", named(id).parameters().keySet())));
        assertThat(input.offer("negative_prompt", "ugly").values()).doesNotContainKey("negative_prompt");
    }

    @ParameterizedTest
    @MethodSource("known")
    void safetyCheckerIsSwitchedOnWhereThereIsOne(String id) {
        Endpoint endpoint = named(id);

        assertThat(Input.to(endpoint).values().containsKey("enable_safety_checker"))
                .isEqualTo(endpoint.takes("enable_safety_checker"));
    }

    @Test
    void valuesAreCheckedToo() {
        Input input = Input.to(named(FalStub.EDIT));

        assertThatThrownBy(() -> input.put("num_inference_steps", "60"))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessage(
                        "Parameter 'num_inference_steps' of endpoint '%s' of fal must be a whole number from 10 to 50 but is '60'"
                                .formatted(FalStub.EDIT));
    }

    @Test
    void whoTakesInstructionsRepairsLettering() {
        assertThat(named("fal-ai/flux-pro/kontext").kinds())
                .containsExactlyInAnyOrder(RefinementKind.PROMPT, RefinementKind.TEXT);
        assertThat(named("fal-ai/nano-banana/edit").kinds()).containsExactlyInAnyOrder(RefinementKind.values());
        assertThat(named(FalStub.EDIT).kinds()).containsExactly(RefinementKind.PROMPT);
    }

    @Test
    void catalogueMayDeclareAnEndpoint() {
        fal.declaring(
                "acme/paint/edit",
                Map.of(
                        "parameters.prompt", "text",
                        "parameters.image_urls", "urls",
                        "parameters.num_images", "1..2",
                        "canvas", "512x512",
                        "max-prompt", "100",
                        "max-references", "3"));

        Endpoint endpoint = named("acme/paint/edit");

        assertThat(endpoint.canvas()).isEqualTo(new Canvas.Listed(List.of(new ImageSize(512, 512))));
        assertThat(endpoint.maxPrompt()).isEqualTo(100);
        assertThat(endpoint.maxReferences()).isEqualTo(3);
        assertThat(endpoint.maxImages()).isEqualTo(2);
    }

    @Test
    void catalogueMayAddToWhatIsKnown() {
        fal.declaring(
                FalStub.EDIT,
                Map.of("send.num_inference_steps", "20", "send.output_format", "jpeg", "max-prompt", "300"));

        Endpoint endpoint = named(FalStub.EDIT);

        assertThat(Input.to(endpoint).values())
                .containsEntry("num_inference_steps", 20L)
                .containsEntry("output_format", "jpeg");
        assertThat(endpoint.maxPrompt()).isEqualTo(300);
        assertThat(endpoint.maxImages()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"parameters.prompt, prose", "canvas, large", "max-references, some"})
    void catalogueThatMakesNoSenseIsAnObjection(String trait, String value) {
        fal.declaring("acme/paint/edit", Map.of("parameters.image_url", "url", trait, value));

        assertThatThrownBy(() -> named("acme/paint/edit"))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("model catalogue")
                .hasMessageContaining(value);
    }

    @Test
    void valueOfTheCatalogueThatAnEndpointDoesNotTakeIsAnObjection() {
        fal.declaring(FalStub.EDIT, Map.of("send.negative_prompt", "ugly"));

        assertThatThrownBy(() -> Input.to(named(FalStub.EDIT)))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("negative_prompt");
    }

    @Test
    void priceAloneDoesNotSayWhatAnEndpointTakes() {
        fal.declaring("acme/paint/edit", Map.of());

        assertThatThrownBy(() -> named("acme/paint/edit")).isInstanceOf(ProviderFailure.InvalidRequest.class);
    }
}
