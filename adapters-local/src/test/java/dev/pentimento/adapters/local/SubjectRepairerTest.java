package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.OkLab;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.testkit.TestCallContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubjectRepairerTest {
    private static final ImageSize SIZE = new ImageSize(200, 160);
    private static final int WALL = 0xffb8c0be;
    private static final int TABLE = 0xff9a7550;
    private static final int OLD = 0xffd2603f;
    private static final int NEW = 0xff2a8f95;
    private static final String WISH = "use this mug instead";

    @Test
    void theNewSubjectStandsWhereTheOldOneStood() {
        Raster repaired = repaired(scene(), reference(), null, WISH, 1);

        assertThat(distance(repaired.argb(100, 80), NEW)).isLessThan(0.03);
        assertThat(box(repaired, NEW)).satisfies(box -> {
            assertThat(box.bottom()).isCloseTo(120, within(3));
            assertThat(box.centreX()).isCloseTo(100, within(3.0));
        });
    }

    @Test
    void nothingIsLeftOfTheOldSubject() {
        Raster repaired = repaired(scene(), reference(), null, WISH, 0.6);

        assertThat(box(repaired, OLD).isEmpty()).isTrue();
    }

    @Test
    void theHorizonRunsOnWhereTheOldSubjectStood() {
        Raster repaired = repaired(scene(), small(reference()), null, WISH + ", smaller", 0.6);

        assertThat(distance(repaired.argb(72, 50), WALL)).isLessThan(0.03);
        assertThat(distance(repaired.argb(72, 110), TABLE)).isLessThan(0.03);
    }

    @Test
    void keepsTheProportionsOfTheReference() {
        Raster repaired = repaired(scene(), reference(), null, WISH, 1);

        Box before = box(reference(), NEW);
        Box after = box(repaired, NEW);
        assertThat((double) after.width() / after.height())
                .isCloseTo((double) before.width() / before.height(), within(0.05));
    }

    @Test
    void theBackgroundOfTheReferenceStaysBehind() {
        Raster repaired = repaired(scene(), reference(), null, WISH, 0.6);

        assertThat(box(repaired, 0xffffffff).isEmpty()).isTrue();
    }

    @Test
    void obeysTheTransparencyOfTheReference() {
        Raster cutOut = Raster.generate(SIZE, (x, y) -> reference().argb(x, y) == NEW ? NEW : 0x00ffffff);

        Raster repaired = repaired(scene(), cutOut, null, WISH, 1);

        assertThat(distance(repaired.argb(100, 80), NEW)).isLessThan(0.03);
        assertThat(box(repaired, 0xffffffff).isEmpty()).isTrue();
    }

    @Test
    void keepsToTheMask() {
        Mask mask = Mask.draw(MaskSpec.of(new MaskShape.Rectangle(0.3, 0.2, 0.4, 0.6)), SIZE, digest -> {
            throw new IllegalStateException("nothing is painted");
        });

        Raster repaired = repaired(scene(), reference(), mask, WISH, 0.6);

        MaskCheck check = MaskCheck.of(scene(), repaired, mask);
        assertThat(check.isExact()).isTrue();
        assertThat(check.changedInsidePercent()).isGreaterThan(20);
    }

    @Test
    void withLessStrengthTheColoursBendToTheScene() {
        double strict = distance(repaired(scene(), reference(), null, WISH, 1).argb(100, 80), NEW);
        double gentle = distance(repaired(scene(), reference(), null, WISH, 0.1).argb(100, 80), NEW);

        assertThat(gentle).isGreaterThan(strict).isLessThan(0.1);
    }

    @Test
    void strengthZeroKeepsEveryPixel() {
        assertThat(repaired(scene(), reference(), null, WISH, 0)).isEqualTo(scene());
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(repaired(scene(), reference(), null, WISH, 0.6))
                .isEqualTo(repaired(scene(), reference(), null, WISH, 0.6));
    }

    @Test
    void refusesAReferenceWithoutASubject() {
        Raster plain = Raster.generate(SIZE, (x, y) -> WALL);

        assertThatThrownBy(() -> repaired(scene(), plain, null, WISH, 0.6))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("plain or transparent background");
    }

    @Test
    void stopsWhenCancelled() {
        assertThatThrownBy(() -> new SubjectRepairer()
                        .repair(
                                scene(),
                                reference(),
                                null,
                                new Instruction(WISH),
                                Knobs.DEFAULT,
                                TestCallContext.canceledAfterProgress(1)))
                .isInstanceOf(ProviderFailure.Canceled.class);
    }

    @Test
    void tellsWhichWordsItDidNotUnderstand() {
        assertThat(SubjectWish.understand("please put this blue mug there, bigger, glowing")
                        .notUnderstood())
                .isEmpty();
        assertThat(SubjectWish.understand("swap quickly for the mug").notUnderstood())
                .containsExactly("quickly");
    }

    /** A box on a table in front of a wall: columns 70..130, rows 40..120. */
    private static Raster scene() {
        return Raster.generate(SIZE, (x, y) -> x >= 70 && x < 130 && y >= 40 && y < 120 ? OLD : y < 90 ? WALL : TABLE);
    }

    /** A taller box on white. */
    private static Raster reference() {
        return Raster.generate(SIZE, (x, y) -> x >= 80 && x < 120 && y >= 30 && y < 130 ? NEW : 0xffffffff);
    }

    private static Raster small(Raster reference) {
        return Raster.generate(
                SIZE, (x, y) -> x >= 90 && x < 110 && y >= 60 && y < 100 ? reference.argb(100, 80) : 0xffffffff);
    }

    /** Where the colour is found. */
    private static Box box(Raster picture, int argb) {
        Coverage found = new Coverage(picture.width(), picture.height());
        for (int i = 0; i < found.values.length; i++) {
            int pixel = picture.argb(i % found.width, i / found.width);
            found.values[i] = pixel >>> 24 == 255 && distance(pixel, argb) < 0.05 ? 1 : 0;
        }
        return found.bounds(1);
    }

    private static double distance(int one, int other) {
        return OkLab.ofArgb(one).distance(OkLab.ofArgb(other));
    }

    private static Raster repaired(
            Raster base, Raster reference, @Nullable Mask mask, String instruction, double strength) {
        Knobs knobs = new Knobs(new Strength(strength), Creativity.BALANCED, Set.of(), 1, null);
        return new SubjectRepairer()
                .repair(base, reference, mask, new Instruction(instruction), knobs, TestCallContext.calm())
                .raster();
    }
}
