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

    static final EncodedImage RED = EditorPictures.plain(new ImageSize(2, 2), 0xff0000);
    static final EncodedImage BLUE = EditorPictures.plain(new ImageSize(2, 2), 0x0000ff);

    private Wishes() {}

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
