package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.spi.Provider;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private final FalStub fal = FalStub.open();

    @AfterEach
    void close() {
        fal.close();
    }

    private ImageEditor editor() {
        try (Provider provider = fal.provider()) {
            return provider.editor().orElseThrow();
        }
    }

    @Test
    void saysWhatItsEndpointsDoByThemselves() {
        ImageEditor.Capabilities able = editor().capabilities(null);

        assertThat(able.kinds()).containsExactly(RefinementKind.PROMPT);
        assertThat(able.mask()).isEqualTo(MaskForm.WHITE_IS_EDIT);
        assertThat(able.maxReferences()).isZero();
        assertThat(able.strength()).isTrue();
        assertThat(able.seed()).isTrue();
        assertThat(able.maxCandidates()).isEqualTo(4);
        assertThat(able.canvas()).isEqualTo(KnownEndpoints.DIFFUSION);
        assertThat(able.partialImages()).isFalse();
        assertThat(able.costBasis()).isEqualTo(CostBasis.REPORTED);
    }

    @Test
    void modelOfARequestIsAnEndpointOfItsOwn() {
        ImageEditor.Capabilities able = editor().capabilities("fal-ai/nano-banana/edit");

        assertThat(able.kinds()).containsExactlyInAnyOrder(RefinementKind.values());
        assertThat(able.mask()).isEqualTo(MaskForm.NONE);
        assertThat(able.maxReferences()).isEqualTo(9);
        assertThat(able.strength()).isFalse();
        assertThat(able.seed()).isFalse();
        assertThat(able.costBasis()).isEqualTo(CostBasis.UNKNOWN);
    }

    @Test
    void endpointForMasksTakesMasksByItself() {
        assertThat(editor().capabilities(FalStub.INPAINT).mask()).isEqualTo(MaskForm.WHITE_IS_EDIT);
    }

    /** One that does less, or works on other sizes, would break the promises of the other. */
    @Test
    void masksAreLeftToTheApplicationWhereTheirEndpointCannotStandIn() {
        fal.with("edit-endpoint", "fal-ai/nano-banana/edit");

        assertThat(editor().capabilities(null).mask()).isEqualTo(MaskForm.NONE);
    }

    @Test
    void masksAreLeftToTheApplicationWhereNoEndpointIsNamedForThem() {
        fal.with("inpaint-endpoint", "");

        assertThat(editor().capabilities(null).mask()).isEqualTo(MaskForm.NONE);
    }

    @Test
    void endpointThatIsGoneIsAbleToNothing() {
        assertThatThrownBy(() -> editor().capabilities(FalStub.GONE))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessageContaining(FalStub.EDIT);
    }

    @Test
    void estimatesByTheMegapixelsThatFalBegins() {
        ImageEditor.Request request = Wishes.edit(Wishes.knobs(0.6, 3, null));

        assertThat(editor().estimate(request)).isEqualTo(Cost.estimated(90_000));
    }

    @Test
    void estimatesByTheImageWhereAnImageIsTheUnit() {
        fal.declaring(FalStub.EDIT, Map.of("billable-unit", "image"));

        assertThat(editor().estimate(Wishes.edit())).isEqualTo(Cost.estimated(30_000));
    }

    @Test
    void withoutTheMeaningOfAUnitThereIsNoEstimate() {
        fal.declaring(FalStub.EDIT, Map.of());

        assertThat(editor().estimate(Wishes.edit())).isEqualTo(Cost.unknown());
        assertThat(editor().estimate(Wishes.edit("fal-ai/flux-pro/kontext"))).isEqualTo(Cost.unknown());
    }

    @Test
    void acceptedRequestsCanBeTakenUp() {
        assertThat(editor().resumption()).isPresent();
    }
}
