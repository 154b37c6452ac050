package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.ImageEditorContract;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalEditorTest extends ImageEditorContract {
    private final ImageEditor editor = new LocalEditor(1);

    @Override
    protected ImageEditor editor() {
        return editor;
    }

    @Test
    void unknownModelIsRefused() {
        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(() -> editor.edit(request("warmer", "dall-e"), TestCallContext.calm()))
                .withMessageContaining("dall-e")
                .withMessageContaining("local-1");
    }

    @Test
    void blackAndWhiteBringsNoGrainThatNobodyAskedFor() {
        assertThat(editor.edit(request("black and white", null), TestCallContext.calm())
                        .report()
                        .promptSent())
                .doesNotContain("grain");
    }

    private static ImageEditor.Request request(String words, @Nullable String model) {
        Raster base = Raster.generate(new ImageSize(32, 24), (x, y) -> 0xff000000 | (x * 7) << 16 | (y * 9) << 8);
        return new ImageEditor.Request(
                RefinementKind.PROMPT,
                new Instruction(words),
                Brief.EMPTY,
                PngPixels.encode(base),
                base.size(),
                List.of(),
                null,
                null,
                Knobs.DEFAULT,
                model);
    }
}
