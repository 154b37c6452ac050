package dev.pentimento.adapters.openai;

import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.spi.ModelFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One model. Where the catalogue is silent about it, it is taken to do what OpenAI documents for its images API as a whole: 16 images a request, 10
 * of them answered, three sizes, a mask.
 */
record Model(ModelFacts facts) {
    /** Every image model of OpenAI knows these. */
    private static final Canvas STANDARD_SIZES =
            new Canvas.Listed(List.of(new ImageSize(1024, 1024), new ImageSize(1536, 1024), new ImageSize(1024, 1536)));

    private static final int MOST_IMAGES_SENT = 16;
    private static final int MOST_IMAGES_MADE = 10;
    private static final int LONGEST_PROMPT = 32_000;

    String id() {
        return facts.id();
    }

    PriceList prices() {
        return facts.prices();
    }

    /** The sizes it makes and takes. */
    Canvas canvas() {
        return facts.canvas().orElse(STANDARD_SIZES);
    }

    MaskForm mask() {
        return facts.mask().orElse(MaskForm.TRANSPARENT_IS_EDIT);
    }

    /** Images beside the base. */
    int maxReferences() {
        return facts.number("max-references", MOST_IMAGES_SENT - 1);
    }

    int maxCandidates() {
        return facts.number("max-candidates", MOST_IMAGES_MADE);
    }

    /** In characters. */
    int maxPrompt() {
        return facts.number("max-prompt", LONGEST_PROMPT);
    }

    /** How many unfinished pictures to ask for. Which of several candidates one of them belongs to would be anybody's guess. */
    int partialImages(Wishes wishes, int candidates) {
        return candidates == 1 && showsPartialImages() ? wishes.partialImages() : 0;
    }

    private boolean showsPartialImages() {
        return facts.is("partial-images", true);
    }

    /** Models that need not be told answer with an error when they are. */
    boolean takesInputFidelity() {
        return facts.is("input-fidelity", false);
    }

    CostBasis costBasis() {
        return prices().microUsd().isEmpty() ? CostBasis.UNKNOWN : CostBasis.REPORTED;
    }

    ImageEditor.Capabilities capabilities(Wishes wishes) {
        return new ImageEditor.Capabilities(
                kinds(),
                mask(),
                maxReferences(),
                false,
                false,
                maxCandidates(),
                canvas(),
                partialImages(wishes, 1) > 0,
                costBasis());
    }

    /** A subject is repaired after a reference. */
    Set<RefinementKind> kinds() {
        return maxReferences() > 0
                ? EnumSet.allOf(RefinementKind.class)
                : EnumSet.complementOf(EnumSet.of(RefinementKind.SUBJECT));
    }
}
