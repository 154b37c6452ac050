package dev.pentimento.adapters.openai;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.testkit.EditorPictures;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to be sent. */
final class Requests {
    static final ImageSize SQUARE = new ImageSize(1024, 1024);
    static final EncodedImage PICTURE = EditorPictures.png(EditorPictures.colorful());

    private Requests() {}

    static ImageEditor.Request edit() {
        return edit(RefinementKind.PROMPT, 1, List.of(), null, null);
    }

    static ImageEditor.Request editBy(String model) {
        return edit(RefinementKind.PROMPT, 1, List.of(), null, model);
    }

    static ImageEditor.Request edit(
            RefinementKind kind,
            int candidates,
            List<EncodedImage> references,
            @Nullable EncodedImage mask,
            @Nullable String model) {
        return new ImageEditor.Request(
                kind,
                new Instruction("make it wärmer"),
                Brief.EMPTY,
                PICTURE,
                SQUARE,
                references,
                null,
                mask,
                new Knobs(Strength.DEFAULT, Creativity.LITERAL, Set.of(), candidates, 7L),
                model);
    }

    static ImageGenerator.Request generate() {
        return generate(1, SQUARE, null);
    }

    static ImageGenerator.Request generate(int variants, ImageSize size, @Nullable String model) {
        return new ImageGenerator.Request(
                new Instruction("a fox asleep under a pine"), Brief.EMPTY, size, variants, null, model);
    }
}
