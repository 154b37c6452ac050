package dev.pentimento.testkit.wire;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.ports.out.ImageCritic;
import java.util.List;

/** What a vendor in good health answers. */
public sealed interface Good {

    /** Pictures, each in the format of its bytes, which need not be the one that the vendor claims. */
    record Images(List<EncodedImage> images) implements Good {
        public Images {
            images = List.copyOf(images);
        }

        public static Images of(EncodedImage... images) {
            return new Images(List.of(images));
        }
    }

    /** What it says of one picture. */
    record Judgement(Evaluation evaluation) implements Good {}

    /** Which of two pictures it finds better. */
    record Choice(ImageCritic.Preference preference) implements Good {}

    /** Colours for a theme. */
    record Palettes(List<Palette> palettes) implements Good {
        public Palettes {
            palettes = List.copyOf(palettes);
        }
    }

    /** Questions about a scene. */
    record Questions(Checklist checklist) implements Good {}

    /** A prompt for a scene. */
    record Prompt(String text) implements Good {}

    /** A prompt that mends another. */
    record Mended(RefinedPrompt prompt) implements Good {}
}
