package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.OkLab;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each operation does to pixels, measured. */
class OperationLawsTest {
    private static final int CENTRE = 60;

    @Test
    void warmerMovesTheMiddleTonesTowardsYellow() {
        assertThat(Pictures.mean(edited(Pictures.scenery(), "warmer"), OkLab::b))
                .isGreaterThan(Pictures.mean(Pictures.scenery(), OkLab::b) + 0.012);
    }

    @Test
    void coolerMovesTheMiddleTonesTowardsBlue() {
        assertThat(Pictures.mean(edited(Pictures.scenery(), "cooler"), OkLab::b))
                .isLessThan(Pictures.mean(Pictures.scenery(), OkLab::b) - 0.012);
    }

    @Test
    void brighterAndDarkerMoveTheLightAndKeepBlackAndWhite() {
        double before = Pictures.mean(Pictures.scenery(), OkLab::lightness);

        assertThat(Pictures.mean(edited(Pictures.scenery(), "brighter"), OkLab::lightness))
                .isGreaterThan(before + 0.05);
        assertThat(Pictures.mean(edited(Pictures.scenery(), "darker"), OkLab::lightness))
                .isLessThan(before - 0.05);
        assertThat(edited(plain(0xff000000), "brighter").argb(5, 5)).isEqualTo(0xff000000);
        assertThat(edited(plain(0xffffffff), "brighter").argb(5, 5)).isEqualTo(0xffffffff);
    }

    @Test
    void contrastSpreadsTheLight() {
        assertThat(spread(edited(Pictures.scenery(), "more contrast")))
                .isGreaterThan(1.15 * spread(Pictures.scenery()));
        assertThat(spread(edited(Pictures.scenery(), "less contrast"))).isLessThan(0.85 * spread(Pictures.scenery()));
    }

    private static double spread(Raster raster) {
        double mean = Pictures.mean(raster, OkLab::lightness);
        return Math.sqrt(Pictures.mean(raster, color -> (color.lightness() - mean) * (color.lightness() - mean)));
    }

    @Test
    void vividAndMutedMoveTheChroma() {
        double before = Pictures.mean(Pictures.scenery(), OkLab::chroma);

        assertThat(Pictures.mean(edited(Pictures.scenery(), "more vivid"), OkLab::chroma))
                .isGreaterThan(1.15 * before);
        assertThat(Pictures.mean(edited(Pictures.scenery(), "muted"), OkLab::chroma))
                .isLessThan(0.7 * before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"more vivid", "brighter", "darker", "more contrast", "less contrast", "sharper", "pastel"})
    void greysStayGrey(String prompt) {
        Raster ramp = Raster.generate(Pictures.logo().size(), (x, y) -> 0xff << 24 | 2 * x * 0x010101);

        assertThat(mostColorful(edited(ramp, prompt))).isLessThanOrEqualTo(1);
    }

    @Test
    void blackAndWhiteHasNoColor() {
        assertThat(mostColorful(edited(Pictures.colorful(), "black and white"))).isZero();
    }

    private static int mostColorful(Raster raster) {
        return Arrays.stream(raster.toArray())
                .map(OperationLawsTest::spreadOfChannels)
                .max()
                .orElseThrow();
    }

    private static int spreadOfChannels(int argb) {
        int[] channels = {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff};
        return Arrays.stream(channels).max().orElseThrow()
                - Arrays.stream(channels).min().orElseThrow();
    }

    @Test
    void lighterBrownsLeaveTheBeigeGroundAndTheBlueAlone() {
        Raster edited = edited(Pictures.logo(), "lighter browns");

        assertThat(OkLab.ofArgb(edited.argb(CENTRE, 50)).lightness())
                .isGreaterThan(OkLab.ofArgb(Pictures.BROWN).lightness() + 0.08f);
        assertThat(edited.argb(5, 60)).isEqualTo(Pictures.BEIGE);
        assertThat(edited.argb(CENTRE, 100)).isEqualTo(Pictures.BLUE);
    }

    @Test
    void brighterBlueIsStillBlue() {
        OkLab blue = OkLab.ofArgb(edited(Pictures.logo(), "brighter blue").argb(CENTRE, 100));

        assertThat(blue.lightness()).isGreaterThan(OkLab.ofArgb(Pictures.BLUE).lightness() + 0.05f);
        assertThat(blue.hue()).isCloseTo(OkLab.ofArgb(Pictures.BLUE).hue(), within(6f));
    }

    @Test
    void recoloringMovesOneColorOnly() {
        Raster edited = edited(Pictures.logo(), "change blue to green");

        assertThat(OkLab.ofArgb(edited.argb(CENTRE, 100)).hue()).isCloseTo(145, within(8f));
        assertThat(edited.argb(CENTRE, 50)).isEqualTo(Pictures.BROWN);
        assertThat(edited.argb(5, 60)).isEqualTo(Pictures.BEIGE);
    }

    @Test
    void minimalistTakesClutterAwayAndKeepsEdgesSmooth() {
        Raster logo = Pictures.logo();

        Raster edited = edited(logo, "more minimalist");

        assertThat(Pictures.distance(edited.argb(4, 4), Pictures.BEIGE)).isLessThan(0.02f);
        assertThat(Pictures.distance(logo.argb(4, 4), Pictures.BEIGE)).isGreaterThan(0.2f);
        assertThat(Pictures.distance(edited.argb(CENTRE, 50), Pictures.BROWN)).isLessThan(0.03f);
        assertThat(EditorPictures.meanDifference(logo, edited)).isLessThan(2.5);
        assertThat(colorsOnEdge(edited)).isGreaterThan(5);
    }

    @Test
    void minimalistTreatsThingsThatAreAlikeAlike() {
        Raster wreath = Pictures.wreath();

        Raster edited = edited(wreath, "more minimalist");

        assertThat(Pictures.WREATH)
                .allSatisfy(leaf -> assertThat(Pictures.distance(edited.argb(leaf.x, leaf.y), Pictures.BEIGE))
                        .isLessThan(0.02f));
        assertThat(Pictures.distance(edited.argb(100, 100), Pictures.BLUE)).isLessThan(0.02f);
        assertThat(Pictures.distance(edited.argb(100, 70), Pictures.BEIGE)).isLessThan(0.02f);
    }

    @Test
    void minimalistKeepsThinStrokesWhole() {
        Raster lines = Raster.generate(
                Pictures.logo().size(), (x, y) -> y % 30 == 15 && x > 9 && x < 110 ? 0xffffffff : 0xffd05030 + y / 12);

        Raster edited = edited(lines, "more minimalist");

        assertThat(IntStream.range(12, 108)
                        .map(x -> edited.argb(x, 45))
                        .distinct()
                        .count())
                .isOne();
        assertThat(Pictures.distance(edited.argb(60, 45), 0xffffffff)).isLessThan(0.02f);
    }

    @Test
    void minimalistLeavesNoRimOfWhatItTakesAway() {
        Raster edited = edited(Pictures.wreath(), "more minimalist");

        assertThat(IntStream.range(0, 60)
                        .map(y -> edited.argb(100, y))
                        .distinct()
                        .count())
                .isOne();
    }

    /** Different colours around the disc's left edge; a jagged edge would have two. */
    private static long colorsOnEdge(Raster raster) {
        return IntStream.range(0, 40 * 12)
                .map(i -> raster.argb(28 + i % 12, 25 + i / 12))
                .distinct()
                .count();
    }

    @Test
    void minimalistLeavesFewColorsInAPhotograph() {
        Raster edited = edited(Pictures.scenery(), "more minimalist", 1);

        assertThat(roughness(edited)).isLessThan(0.4 * roughness(Pictures.scenery()));
    }

    @Test
    void minimalistTearsNothingInASoftlyShadedPhotograph() {
        Raster mug = MugStudio.product(new ImageSize(360, 300));

        Raster edited = edited(mug, "more minimalist", 1);

        assertThat(shareFarOff(edited, mug)).isLessThan(0.005);
    }

    private static double shareFarOff(Raster raster, Raster base) {
        double far = IntStream.range(0, base.width() * base.height())
                .filter(i -> Pictures.distance(
                                raster.argb(i % base.width(), i / base.width()),
                                base.argb(i % base.width(), i / base.width()))
                        > 0.1)
                .count();
        return far / base.size().pixels();
    }

    private static double roughness(Raster raster) {
        double sum = 0;
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 1; x < raster.width(); x++) {
                sum += Pictures.distance(raster.argb(x, y), raster.argb(x - 1, y));
            }
        }
        return sum / raster.size().pixels();
    }

    @Test
    void blurInAMaskTakesNothingFromOutside() {
        Raster base = Raster.generate(EditorPictures.SIZE, (x, y) -> x < 48 ? 0xff2040c0 : 0xffff2000);

        Raster edited = edited(base, "blur", 1, EditorPictures.leftHalf());

        assertThat(Pictures.distance(edited.argb(46, 30), 0xff2040c0)).isLessThan(0.01f);
    }

    @Test
    void transparentBackgroundKeepsTheObject() {
        Raster edited = edited(Pictures.logo(), "transparent background");

        assertThat(edited.argb(5, 60) >>> 24).isZero();
        assertThat(edited.argb(CENTRE, 50)).isEqualTo(Pictures.BROWN);
    }

    @Test
    void whiteBackgroundIsWhite() {
        Raster edited = edited(Pictures.logo(), "white background");

        assertThat(edited.argb(5, 60)).isEqualTo(0xffffffff);
        assertThat(edited.argb(CENTRE, 50)).isEqualTo(Pictures.BROWN);
    }

    @Test
    void backgroundIsKeptWhenAsked() {
        Raster edited = edited(Pictures.logo(), "darker, but keep the background");

        assertThat(edited.argb(5, 60)).isEqualTo(Pictures.BEIGE);
        assertThat(Pictures.distance(edited.argb(CENTRE, 50), Pictures.BROWN)).isGreaterThan(0.04f);
    }

    @Test
    void refusesToGuessWhatTheBackgroundOfAPhotographIs() {
        assertThatThrownBy(() -> edited(Pictures.colorful(), "remove the background"))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("draw a mask");
    }

    @Test
    void mirroringTwiceGivesTheBase() {
        Raster once = edited(Pictures.scenery(), "mirror it");

        assertThat(once.argb(0, 7)).isEqualTo(Pictures.scenery().argb(159, 7));
        assertThat(edited(once, "mirror it")).isEqualTo(Pictures.scenery());
    }

    @Test
    void paddingGoesOnWithTheBackground() {
        Raster edited = edited(Pictures.logo(), "more padding");

        assertThat(edited.size()).isEqualTo(Pictures.logo().size());
        assertThat(edited.argb(3, 3)).isEqualTo(Pictures.BEIGE);
        assertThat(edited.argb(33, 50)).isEqualTo(Pictures.BEIGE);
        assertThat(Pictures.logo().argb(33, 50)).isEqualTo(Pictures.BROWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MIRROR", "FLIP", "TURN", "CROP", "PAD", "TRANSPARENT"})
    void alphaAndHiddenColorsStay(Operation operation) {
        Raster base = Pictures.cutOutLogo();

        Raster edited = applied(operation, base, 0.6);

        for (int y = 0; y < base.height(); y++) {
            for (int x = 0; x < base.width(); x++) {
                assertThat(edited.argb(x, y) >>> 24).isEqualTo(base.argb(x, y) >>> 24);
                if (base.argb(x, y) >>> 24 == 0) {
                    assertThat(edited.argb(x, y)).isEqualTo(base.argb(x, y));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Operation.class)
    void moreAmountChangesMoreAndTheSameTwice(Operation operation) {
        Raster base = operation == Operation.TRANSPARENT ? Pictures.logo() : Pictures.scenery();

        Raster little = applied(operation, base, 0.2);
        Raster much = applied(operation, base, 0.9);

        assertThat(much).isEqualTo(applied(operation, base, 0.9)).isNotEqualTo(base);
        assertThat(EditorPictures.meanDifference(base, little))
                .isLessThanOrEqualTo(EditorPictures.meanDifference(base, much));
    }

    private static Raster applied(Operation operation, Raster base, double amount) {
        LabImage image = LabImage.of(base);
        operation.edit(amount).apply(image, new Scene(null, 3, false, TestCallContext.calm()));
        return image.toRaster(base);
    }

    @ParameterizedTest
    @EnumSource(value = Operation.class)
    void everyOperationCopesWithOnePixel(Operation operation) {
        Raster pixel = Raster.generate(new ImageSize(1, 1), (x, y) -> Pictures.BLUE);

        assertThat(applied(operation, pixel, 1).size()).isEqualTo(pixel.size());
    }

    @Test
    void everyColorComesBackAsItWas() {
        Raster all = Raster.generate(
                new ImageSize(512, 512),
                (x, y) -> 0xff << 24 | (x & 63) << 18 | (y & 63) << 10 | (x >> 6 | (y >> 6) << 3) << 2);

        assertThat(LabImage.of(all).toRaster(all)).isEqualTo(all);
    }

    @Test
    void cancellationStopsBetweenThePasses() {
        TestCallContext context = TestCallContext.canceledAfterProgress(2);

        assertThatThrownBy(() -> new LocalEditor(1)
                        .edit(request(Pictures.scenery(), "warmer, minimalist, grain", 1, null), context))
                .isInstanceOf(ProviderFailure.Canceled.class);
        assertThat(context.told()).hasSize(2);
    }

    @Test
    void tellsHowFarItHasCome() {
        TestCallContext context = TestCallContext.calm();

        new LocalEditor(1).edit(request(Pictures.scenery(), "warmer, darker", 0.5, null), context);

        assertThat(context.told())
                .containsExactly(
                        new TestCallContext.Progress(0, "darker"), new TestCallContext.Progress(0.5, "warmer"));
    }

    private static Raster plain(int argb) {
        return Raster.generate(Pictures.logo().size(), (x, y) -> argb);
    }

    private static Raster edited(Raster base, String prompt) {
        return edited(base, prompt, 0.6);
    }

    private static Raster edited(Raster base, String prompt, double strength) {
        return edited(base, prompt, strength, null);
    }

    private static Raster edited(Raster base, String prompt, double strength, @Nullable Mask mask) {
        List<EncodedImage> images = new LocalEditor(1)
                .edit(request(base, prompt, strength, mask), TestCallContext.calm())
                .images();
        return EditorPictures.raster(images.get(0));
    }

    private static ImageEditor.Request request(Raster base, String prompt, double strength, @Nullable Mask mask) {
        return new ImageEditor.Request(
                RefinementKind.PROMPT,
                new Instruction(prompt),
                Brief.EMPTY,
                EditorPictures.png(base),
                base.size(),
                List.of(),
                mask,
                null,
                new Knobs(new Strength(strength), Creativity.LITERAL, Set.of(), 1, null),
                null);
    }
}
