package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ImageEditor} promises about a refinement by prompt. Extend it for yours.
 *
 * <p>What an editor says it cannot do by itself is not asked of it.
 */
public abstract class ImageEditorContract {
    private static final long SEED = 20_261;
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Words that every editor can act on. */
    private static final Instruction WARMER = new Instruction("make it warmer and brighter");

    /** The editor under test, ready for calls; where it speaks to a vendor, with a stand-in for the vendor. */
    protected abstract ImageEditor editor();

    @BeforeEach
    void refinesByPrompt() {
        assumeTrue(editor().capabilities(null).kinds().contains(RefinementKind.PROMPT), "does not refine by prompt");
    }

    @Test
    void deliversAsManyImagesAsCandidates() {
        int candidates = Math.min(3, editor().capabilities(null).maxCandidates());

        MadeImages made = edit(knobs(0.6, candidates));

        assertThat(made.images()).hasSize(candidates);
    }

    @Test
    void candidatesDiffer() {
        int candidates = Math.min(3, editor().capabilities(null).maxCandidates());
        assumeTrue(candidates > 1, "makes one image per call");

        MadeImages made = edit(knobs(0.6, candidates));

        assertThat(made.images()).doesNotHaveDuplicates();
    }

    @Test
    void changesTheImage() {
        Raster edited = EditorPictures.raster(edit(knobs(0.6, 1)).images().get(0));

        assertThat(edited).isNotEqualTo(EditorPictures.colorful());
    }

    @Test
    void keepsTheSizeOfTheBase() {
        MadeImages made = edit(knobs(0.6, 1));

        assertThat(made.images())
                .allSatisfy(
                        image -> assertThat(EditorPictures.raster(image).size()).isEqualTo(EditorPictures.SIZE));
    }

    @Test
    void acceptsMasks() {
        assumeTrue(editor().capabilities(null).mask().isNative(), "does not look at masks");

        MadeImages made = edit(request(knobs(0.6, 1), EditorPictures.leftHalf()), TestCallContext.calm());

        assertThat(EditorPictures.raster(made.images().get(0)).size()).isEqualTo(EditorPictures.SIZE);
    }

    @Test
    void sameSeedGivesTheSameBytes() {
        assumeTrue(editor().capabilities(null).seed(), "does not obey seeds");

        List<EncodedImage> first = edit(knobs(0.6, 1)).images();
        List<EncodedImage> second = edit(knobs(0.6, 1)).images();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void strengthZeroKeepsEveryPixel() {
        assumeTrue(editor().capabilities(null).strength(), "does not obey strength");

        Raster edited = EditorPictures.raster(edit(knobs(0, 1)).images().get(0));

        assertThat(edited).isEqualTo(EditorPictures.colorful());
    }

    @Test
    void littleStrengthChangesLessThanMuch() {
        assumeTrue(editor().capabilities(null).strength(), "does not obey strength");
        Raster base = EditorPictures.colorful();

        double little = EditorPictures.meanDifference(
                base, EditorPictures.raster(edit(knobs(0.2, 1)).images().get(0)));
        double much = EditorPictures.meanDifference(
                base, EditorPictures.raster(edit(knobs(0.9, 1)).images().get(0)));

        assertThat(little).isLessThan(much);
    }

    @Test
    void reportsWhoDidWhatAtWhichCost() {
        MadeImages made = edit(knobs(0.6, 1));

        assertThat(made.report().provider()).isNotBlank();
        assertThat(made.report().model()).isNotBlank();
        assertThat(made.report().promptSent()).isNotBlank();
        assertThat(made.report().cost().basis()).isNotNull();
    }

    @Test
    void canceledCallEndsSoon() {
        ImageEditor.Request request = request(knobs(0.6, 1), null);

        Assertions.assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> edit(request, TestCallContext.canceled()))
                        .isInstanceOf(ProviderFailure.Canceled.class));
    }

    @Test
    void servesSeveralCallsAtOnce() {
        List<CompletableFuture<MadeImages>> calls = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> edit(knobs(0.6, 1))))
                .toList();

        assertThat(calls).allSatisfy(call -> assertThat(call.join().images()).hasSize(1));
    }

    private MadeImages edit(Knobs knobs) {
        return edit(request(knobs, null), TestCallContext.calm());
    }

    private MadeImages edit(ImageEditor.Request request, CallContext context) {
        return editor().edit(request, context);
    }

    private static ImageEditor.Request request(Knobs knobs, @Nullable Mask mask) {
        EncodedImage base = EditorPictures.png(EditorPictures.colorful());
        return new ImageEditor.Request(
                RefinementKind.PROMPT,
                WARMER,
                Brief.EMPTY,
                base,
                EditorPictures.SIZE,
                List.of(),
                mask,
                null,
                knobs,
                null);
    }

    private static Knobs knobs(double strength, int candidates) {
        return new Knobs(new Strength(strength), Creativity.BALANCED, Set.of(), candidates, SEED);
    }
}
