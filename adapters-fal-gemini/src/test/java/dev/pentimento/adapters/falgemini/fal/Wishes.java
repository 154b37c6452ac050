package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.testkit.EditorPictures;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of fal in tests. */
final class Wishes {
    static final ImageSize SIZE = new ImageSize(1024, 768);
    static final String PROMPT = "make the bowl blue";

    /** Pictures of which fal only sees the bytes. */
    static final EncodedImage RED =
            png("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    static final EncodedImage BLUE =
            png("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Wishes() {}

    private static EncodedImage png(String base64) {
        return EncodedImage.of(Base64.getDecoder().decode(base64));
    }

    static String dataUri(EncodedImage image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(image.bytes());
    }

    /** Begins like a PNG and is larger than what is sent within a request. */
    static EncodedImage large() {
        return EncodedImage.of(Arrays.copyOf(RED.bytes(), Uploads.LARGEST_INLINE + 1));
    }

    static ImageEditor.Request edit() {
        return edit(null, Knobs.DEFAULT, RED, null);
    }

    static ImageEditor.Request edit(@Nullable String model) {
        return edit(model, Knobs.DEFAULT, RED, null);
    }

    static ImageEditor.Request edit(Knobs knobs) {
        return edit(null, knobs, RED, null);
    }

    static ImageEditor.Request editOf(EncodedImage base) {
        return edit(null, Knobs.DEFAULT, base, null);
    }

    static ImageEditor.Request masked(@Nullable String model) {
        return edit(model, Knobs.DEFAULT, RED, BLUE);
    }

    static ImageEditor.Request edit(
            @Nullable String model,
            Knobs knobs,
            EncodedImage base,
            @Nullable EncodedImage maskFile,
            EncodedImage... references) {
        return edit(RefinementKind.PROMPT, model, knobs, base, maskFile, references);
    }

    static ImageEditor.Request edit(
            RefinementKind kind,
            @Nullable String model,
            Knobs knobs,
            EncodedImage base,
            @Nullable EncodedImage maskFile,
            EncodedImage... references) {
        Mask mask = maskFile == null ? null : EditorPictures.leftHalf();
        return new ImageEditor.Request(
                kind,
                new Instruction(PROMPT),
                Brief.EMPTY,
                base,
                SIZE,
                List.of(references),
                mask,
                maskFile,
                knobs,
                model);
    }

    static Knobs knobs(double strength, int candidates, @Nullable Long seed) {
        return new Knobs(new Strength(strength), Creativity.BALANCED, Set.of(), candidates, seed);
    }

    static ImageGenerator.Request generation(int variants) {
        return generation(null, variants);
    }

    static ImageGenerator.Request generation(@Nullable String model, int variants) {
        return new ImageGenerator.Request(new Instruction("a bowl"), Brief.EMPTY, SIZE, variants, 42L, model);
    }
}
