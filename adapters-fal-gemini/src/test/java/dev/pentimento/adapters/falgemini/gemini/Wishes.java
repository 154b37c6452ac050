package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of the provider in tests. */
final class Wishes {
    static final String BRIEF = "a blue bowl with three apples";
    static final ImageSize SIZE = new ImageSize(1264, 848);
    static final Checklist CHECKLIST = new Checklist(List.of(
            new Check("c1", CheckKind.OBJECT, "Is there a bowl?", List.of(), 3, true),
            new Check("c2", CheckKind.COUNT, "Are there exactly three apples?", List.of("c1"), 2, false)));

    /** Pictures of one pixel, of which the wire only sees the bytes. */
    static final EncodedImage RED =
            png("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    static final EncodedImage BLUE =
            png("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Wishes() {}

    private static EncodedImage png(String base64) {
        return EncodedImage.of(Base64.getDecoder().decode(base64));
    }

    static ImageCritic.Request evaluation() {
        return new ImageCritic.Request(RED, BRIEF, CHECKLIST, null);
    }

    static ImageEditor.Request edit(EncodedImage... references) {
        return edit(null, references);
    }

    static ImageEditor.Request edit(@Nullable String model, EncodedImage... references) {
        return new ImageEditor.Request(
                RefinementKind.PROMPT,
                new Instruction("make the bowl blue"),
                Brief.EMPTY,
                RED,
                SIZE,
                List.of(references),
                null,
                null,
                Knobs.DEFAULT,
                model);
    }

    static ImageGenerator.Request generation() {
        return new ImageGenerator.Request(new Instruction(BRIEF), new Brief("", "", "still life"), SIZE, 1, null, null);
    }
}
