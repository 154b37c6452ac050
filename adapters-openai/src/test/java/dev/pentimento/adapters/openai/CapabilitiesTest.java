package dev.pentimento.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.testkit.TestCallContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the models can do, and what is refused before anybody is asked: there is nobody to ask. */
class CapabilitiesTest {
    private static final String NOBODY = "http://127.0.0.1:1/v1";

    private final ImageEditor editor = editor(Map.of());

    private static ImageEditor editor(Map<String, String> settings) {
        return Offered.editor(Offered.provider(NOBODY, settings));
    }

    @Test
    void catalogueSaysWhatAModelCanDo() {
        ImageEditor.Capabilities can = editor.capabilities(null);

        assertThat(can.kinds()).containsExactlyInAnyOrder(RefinementKind.values());
        assertThat(can.mask()).isEqualTo(MaskForm.TRANSPARENT_IS_EDIT);
        assertThat(can.maxReferences()).isEqualTo(15);
        assertThat(can.maxCandidates()).isEqualTo(10);
        assertThat(can.strength()).isFalse();
        assertThat(can.seed()).isFalse();
        assertThat(can.canvas()).isEqualTo(new Canvas.Grid(16, 16, 3840, 655_360, 8_294_400, 3));
        assertThat(can.costBasis()).isEqualTo(CostBasis.REPORTED);
    }

    @Test
    void modelThatTheCatalogueDoesNotKnowCanDoWhatAllCan() {
        ImageEditor.Capabilities can = editor.capabilities(Catalogue.UNKNOWN);

        assertThat(can.canvas())
                .isEqualTo(new Canvas.Listed(
                        List.of(new ImageSize(1024, 1024), new ImageSize(1536, 1024), new ImageSize(1024, 1536))));
        assertThat(can.costBasis()).isEqualTo(CostBasis.UNKNOWN);
    }

    @Test
    void unfinishedPicturesAreShownToThoseWhoWishForThem() {
        assertThat(editor.capabilities(null).partialImages()).isFalse();
        assertThat(editor(Map.of("partial-images", "1")).capabilities(null).partialImages())
                .isTrue();
    }

    @Test
    void modelThatIsGoneIsRefusedWithItsSuccessor() {
        assertThatThrownBy(() -> editor.capabilities(Catalogue.GONE))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessageContaining("gpt-image-2.5-sunburst");
        assertThatThrownBy(() -> editor.edit(Requests.editBy(Catalogue.GONE), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.ModelRetired.class);
        assertThatThrownBy(() -> Offered.generator(Offered.provider(NOBODY))
                        .generate(Requests.generate(1, Requests.SQUARE, Catalogue.GONE), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.ModelRetired.class);
    }

    @Test
    void previewSaysWhatWouldBeSent() {
        assertThat(editor.preview(Requests.edit()).model()).isEqualTo(Catalogue.SUNBURST);
        assertThat(editor.preview(Requests.edit()).prompt()).startsWith("make it wärmer\nDo exactly this");
        assertThat(Offered.generator(Offered.provider(NOBODY, Map.of("generate-model", "gpt-image-2")))
                        .preview(Requests.generate())
                        .model())
                .isEqualTo("gpt-image-2");
    }

    @Test
    void modelWithoutReferencesRepairsNoSubjects() {
        assertThat(editor.capabilities(Catalogue.HUMBLE).kinds())
                .containsExactlyInAnyOrder(RefinementKind.PROMPT, RefinementKind.TEXT);
        refused(Requests.edit(RefinementKind.SUBJECT, 1, List.of(), null, Catalogue.HUMBLE), "does no subject repair");
    }

    @Test
    void moreImagesThanTheModelMakesAreRefused() {
        refused(
                Requests.edit(RefinementKind.PROMPT, 3, List.of(), null, Catalogue.HUMBLE),
                "Model 'humble' takes 2 candidates but was given 3");
        assertThatThrownBy(() -> Offered.generator(Offered.provider(NOBODY))
                        .generate(Requests.generate(3, Requests.SQUARE, Catalogue.HUMBLE), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("takes 2 variants but was given 3");
    }

    @Test
    void moreReferencesThanTheModelTakesAreRefused() {
        refused(
                withReferences(Collections.nCopies(16, Requests.PICTURE)),
                "takes 15 reference images but was given 16");
    }

    @Test
    void maskThatOpenAiWouldRefuseIsNotSent() {
        refused(
                Requests.edit(RefinementKind.PROMPT, 1, List.of(), ofLength(4_000_000), null),
                "OpenAI takes less than 4000000 bytes for the mask but was to be sent 4000000");
    }

    @Test
    void pictureThatOpenAiWouldRefuseIsNotSent() {
        refused(
                withReferences(List.of(ofLength(50_000_000))),
                "OpenAI takes less than 50000000 bytes for an image but was to be sent 50000000");
    }

    private static ImageEditor.Request withReferences(List<EncodedImage> references) {
        return Requests.edit(RefinementKind.PROMPT, 1, references, null, null);
    }

    private static EncodedImage ofLength(int bytes) {
        return EncodedImage.of(Arrays.copyOf(Requests.PICTURE.bytes(), bytes));
    }

    private void refused(ImageEditor.Request request, String message) {
        assertThatThrownBy(() -> editor.edit(request, TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining(message);
    }
}
