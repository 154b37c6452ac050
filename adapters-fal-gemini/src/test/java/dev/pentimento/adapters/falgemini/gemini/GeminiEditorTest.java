package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.spi.Provider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiEditorTest {
    private final GeminiStub google = GeminiStub.open();

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void saysWhatItDoesByItself() {
        ImageEditor.Capabilities able = editor(Map.of()).capabilities(null);

        assertThat(able.kinds()).containsExactlyInAnyOrder(RefinementKind.values());
        assertThat(able.mask()).isEqualTo(MaskForm.NONE);
        assertThat(able.strength()).isFalse();
        assertThat(able.seed()).isFalse();
        assertThat(able.maxCandidates()).isEqualTo(1);
        assertThat(able.maxReferences()).isEqualTo(13);
        assertThat(able.canvas()).isEqualTo(Shape.DEFAULT_CANVAS);
        assertThat(able.costBasis()).isEqualTo(CostBasis.REPORTED);
    }

    @Test
    void theCatalogueKnowsBetter() {
        ImageEditor.Capabilities able = editor(Map.of("canvas", "1024x1024, 2048x2048", "max-references", "2"))
                .capabilities(null);

        assertThat(able.canvas())
                .isEqualTo(new Canvas.Listed(List.of(new ImageSize(1024, 1024), new ImageSize(2048, 2048))));
        assertThat(able.maxReferences()).isEqualTo(2);
    }

    @Test
    void ofAModelThatTheCatalogueDoesNotKnowTheCostIsUnknown() {
        ImageEditor editor = editor(Map.of());

        assertThat(editor.capabilities("gemini-9-image").costBasis()).isEqualTo(CostBasis.UNKNOWN);
        assertThat(editor.estimate(Wishes.edit("gemini-9-image"))).isEqualTo(Cost.unknown());
    }

    @Test
    void aModelThatIsGoneIsAbleToNothing() {
        ImageEditor editor = editor(Map.of());

        assertThatThrownBy(() -> editor.capabilities(GeminiStub.OLD_MODEL))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessageContaining(GeminiStub.TEXT_MODEL);
    }

    @Test
    void estimatesByTheTokensOfThePictures() {
        ImageEditor editor = editor(Map.of());

        assertThat(editor.estimate(Wishes.edit())).isEqualTo(Cost.estimated(150 + 560 + 2100 + 67_200));
        assertThat(editor.estimate(Wishes.edit(Wishes.BLUE))).isEqualTo(Cost.estimated(150 + 1120 + 2100 + 67_200));
    }

    @Test
    void theCatalogueSaysHowManyTokensAPictureTakes() {
        ImageEditor editor = editor(Map.of("output-tokens.1k", "1000"));

        assertThat(editor.estimate(Wishes.edit())).isEqualTo(Cost.estimated(150 + 560 + 2100 + 60_000));
    }

    @Test
    void previewsTheWordsThatAreSent() {
        ImageEditor editor = editor(Map.of());

        assertThat(editor.preview(Wishes.edit(Wishes.BLUE)).prompt())
                .startsWith("The first picture is the one to change")
                .contains("make the bowl blue");
        assertThat(editor.preview(Wishes.edit()).model()).isEqualTo(GeminiStub.IMAGE_MODEL);
        assertThat(google.requests()).isEmpty();
    }

    private ImageEditor editor(Map<String, String> traits) {
        Provider provider = new GeminiProviderFactory().create(google.settings(traits), GeminiStub.nothing());
        return provider.editor().orElseThrow();
    }
}
