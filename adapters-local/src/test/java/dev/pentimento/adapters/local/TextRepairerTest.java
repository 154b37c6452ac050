package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.BundledFont.SANS_BOLD;
import static dev.pentimento.adapters.local.BundledFont.SERIF;
import static dev.pentimento.adapters.local.BundledFont.SERIF_ITALIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.OkLab;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.testkit.TestCallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairerTest {
    private static final String WISH = "fix the spelling: \"SUMER SALE\" -> \"SUMMER SALE\"";
    /** Blank columns between words; there are fewer between letters. */
    private static final int WORD_GAP = 7;

    private static final Knobs UNTOUCHED = new Knobs(new Strength(0), Creativity.BALANCED, Set.of(), 1, null);

    @ParameterizedTest
    @EnumSource
    void writesTheRightWordsWhereTheWrongOnesWere(LetteredPictures ground) {
        Raster repaired = repaired(ground.with(SANS_BOLD, "SUMER SALE"), null, WISH);

        Coverage ink = ground.inkIn(repaired);
        assertThat(ink.likeness(ground.inkIn(ground.with(SANS_BOLD, "SUMMER SALE"))))
                .isGreaterThan(0.8);
        assertThat(ink.likeness(ground.inkIn(ground.with(SANS_BOLD, "SUMER SALE"))))
                .isLessThan(0.6);
    }

    @ParameterizedTest
    @EnumSource
    void setsLettersThatWereNotThereInTheSameTypeAndColour(LetteredPictures ground) {
        Raster repaired = repaired(ground.with(SERIF, "Open daily"), null, "\"Open daily\" -> \"Closed now\"");

        assertThat(ground.inkIn(repaired).likeness(ground.inkIn(ground.with(SERIF, "Closed now"))))
                .isGreaterThan(0.8);
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoTraceOfTheOldLetters(LetteredPictures ground) {
        Raster repaired = repaired(ground.with(SANS_BOLD, "WINTER SALE"), null, "\"WINTER SALE\" -> \"I\"");

        Coverage wrong = ground.inkIn(ground.with(SANS_BOLD, "WINTER SALE"));
        Coverage left = ground.inkIn(repaired);
        double traces = 0;
        for (int y = 0; y < left.height; y++) {
            for (int x = 0; x < left.width; x++) {
                boolean besideTheNewLetter = Math.abs(x - left.width / 2) > 30;
                traces += besideTheNewLetter && wrong.pixel(x, y) > 0.5 && left.pixel(x, y) > 0.3 ? 1 : 0;
            }
        }
        assertThat(traces).isLessThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingAwayFromTheLine(LetteredPictures ground) {
        Raster base = ground.with(SANS_BOLD, "SUMER SALE");

        Raster repaired = repaired(base, null, WISH);

        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < base.width(); x++) {
                assertThat(repaired.argb(x, y)).isEqualTo(base.argb(x, y));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsToTheMask(LetteredPictures ground) {
        Raster base = ground.with(SANS_BOLD, "SUMER SALE");
        Mask mask = LetteredPictures.aroundTheLine();

        Raster repaired = repaired(base, mask, "the text should read \"SUMMER SALE\"");

        assertThat(MaskCheck.of(base, repaired, mask).isExact()).isTrue();
        assertThat(ground.inkIn(repaired).likeness(ground.inkIn(ground.with(SANS_BOLD, "SUMMER SALE"))))
                .isGreaterThan(0.7);
    }

    @Test
    void longWordsAreMadeToFitIntoTheMask() {
        Raster base = LetteredPictures.FLAT.with(SANS_BOLD, "SALE");
        Mask mask = LetteredPictures.aroundTheLine();

        Raster repaired = repaired(base, mask, "\"SALE\" -> \"EVERYTHING MUST GO\"");

        Box ink = LetteredPictures.FLAT.inkIn(repaired).bounds(0.3f);
        Box inside = Masks.bounds(mask);
        assertThat(ink.left()).isGreaterThan(inside.left());
        assertThat(ink.right()).isLessThan(inside.right());
    }

    @ParameterizedTest
    @CsvSource({"-30%, -50%", "12 - 26 JULY, 1 - 15 JULY", "it's mi!, it's me!"})
    void findsSignsAndLettersOfSeveralPieces(String wrong, String right) {
        Raster base = LetteredPictures.FLAT.with(SANS_BOLD, wrong);

        Raster repaired = repaired(base, null, "\"%s\" -> \"%s\"".formatted(wrong, right));

        assertThat(LetteredPictures.FLAT
                        .inkIn(repaired)
                        .likeness(LetteredPictures.FLAT.inkIn(LetteredPictures.FLAT.with(SANS_BOLD, right))))
                .isGreaterThan(0.8);
    }

    @Test
    void keepsTheWordsThatStay() {
        Raster base = LetteredPictures.GRADIENT.with(SANS_BOLD, "BIG SUMER");

        Raster repaired = repaired(base, null, "SUMER -> SUMMER");

        assertThat(LetteredPictures.GRADIENT
                        .inkIn(repaired)
                        .likeness(LetteredPictures.GRADIENT.inkIn(
                                LetteredPictures.GRADIENT.with(SANS_BOLD, "BIG SUMMER"))))
                .isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({
        "mini jäh straw, straw, sun",
        "straw mini jäh, straw, sun",
        "wild straw üj, straw, sun",
        "mini jig hats, hats, hat",
        "mini jig hats, jig, jog",
        "'säi, jim öl', säi, sun"
    })
    void dotsAndAccentsMoveWithTheWordTheyStandOver(String line, String wrong, String right) {
        LetteredPictures ground = LetteredPictures.FLAT;
        Raster base = ground.with(SERIF_ITALIC, line);

        Raster repaired = repaired(base, null, "\"%s\" -> \"%s\"".formatted(wrong, right));

        List<Coverage> before = words(ground.inkIn(base));
        List<Coverage> after = words(ground.inkIn(repaired));
        String[] texts = line.split(" ", -1);
        assertThat(after).hasSameSizeAs(before).hasSize(texts.length);
        for (int k = 0; k < texts.length; k++) {
            if (!texts[k].startsWith(wrong)) {
                assertThat(after.get(k).width).as(texts[k]).isEqualTo(before.get(k).width);
                assertThat(after.get(k).values).as(texts[k]).containsExactly(before.get(k).values, within(0.1f));
            }
        }
    }

    /** The words of a line over its whole height, parted where columns stay blank. */
    private static List<Coverage> words(Coverage line) {
        List<Coverage> words = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (int x = 0; x < line.width; x++) {
            if (start >= 0 && x - end > WORD_GAP) {
                words.add(line.resized(new Box(start, 0, end, line.height), end - start, line.height));
                start = -1;
            }
            if (hasInk(line, x)) {
                start = start < 0 ? x : start;
                end = x + 1;
            }
        }
        return words;
    }

    private static boolean hasInk(Coverage line, int x) {
        return IntStream.range(0, line.height).anyMatch(y -> line.pixel(x, y) > 0.1);
    }

    @Test
    void takesCapitalsAsTheyAreDrawnWhateverTheInstructionSays() {
        Raster base = LetteredPictures.FLAT.with(SANS_BOLD, "SUMER SALE");

        Raster repaired = repaired(base, null, "change \"Sumer sale\" to \"Summer sale\"");

        assertThat(repaired).isEqualTo(repaired(base, null, WISH));
    }

    @Test
    void grainGoesOnWhereLettersWere() {
        LetteredPictures ground = LetteredPictures.GRAINY;
        Raster repaired = repaired(ground.with(SANS_BOLD, "WINTER SALE"), null, "\"WINTER SALE\" -> \"I\"");

        double before = roughness(ground.ground());
        assertThat(roughness(repaired)).isBetween(0.6 * before, 1.4 * before);
    }

    /** Mean difference of neighbours where letters were. */
    private static double roughness(Raster picture) {
        double sum = 0;
        int count = 0;
        for (int y = 66; y < 98; y++) {
            for (int x = 60; x < 190; x++) {
                sum += OkLab.ofArgb(picture.argb(x, y)).distance(OkLab.ofArgb(picture.argb(x + 1, y)));
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void isTheSameEveryTime() {
        Raster base = LetteredPictures.GRAINY.with(SANS_BOLD, "SUMER SALE");

        assertThat(repaired(base, null, WISH)).isEqualTo(repaired(base, null, WISH));
    }

    @Test
    void strengthZeroKeepsEveryPixel() {
        Raster base = LetteredPictures.FLAT.with(SANS_BOLD, "SUMER SALE");

        Repaired kept = new TextRepairer().repair(base, null, new Instruction(WISH), UNTOUCHED, TestCallContext.calm());

        assertThat(kept.raster()).isEqualTo(base);
    }

    @Test
    void opaquePicturesStayOpaque() {
        Raster repaired = repaired(LetteredPictures.GRADIENT.with(SANS_BOLD, "SUMER SALE"), null, WISH);

        assertThat(repaired.toArray()).matches(pixels -> allOpaque(pixels), "all opaque");
    }

    private static boolean allOpaque(int[] pixels) {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }

    @Test
    void tellsWhichWordsItDidNotUnderstand() {
        Raster base = LetteredPictures.FLAT.with(SANS_BOLD, "SUMER SALE");

        Repaired repaired = new TextRepairer()
                .repair(
                        base,
                        null,
                        new Instruction(WISH + " in glittering gold"),
                        Knobs.DEFAULT,
                        TestCallContext.calm());

        assertThat(repaired.notUnderstood()).containsExactly("glittering", "gold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fix the spelling", "there is a typo in the headline"})
    void asksForTheRightWords(String instruction) {
        Raster base = LetteredPictures.FLAT.with(SANS_BOLD, "SUMER SALE");

        assertThatThrownBy(() -> repaired(base, null, instruction))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("in quotes");
    }

    @Test
    void saysSoWhenTheWordsAreNowhere() {
        Raster base = LetteredPictures.GRADIENT.with(SANS_BOLD, "HARBOUR");

        assertThatThrownBy(() -> repaired(base, null, WISH))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("SUMER SALE")
                .hasMessageContaining("mask");
    }

    @ParameterizedTest
    @EnumSource
    void findsNoLetteringOnABareGround(LetteredPictures ground) {
        assertThatThrownBy(() -> repaired(ground.ground(), null, "it should read \"OPEN\""))
                .isInstanceOf(ProviderFailure.InvalidRequest.class);
    }

    @Test
    void stopsWhenCancelled() {
        Raster base = LetteredPictures.FLAT.with(SANS_BOLD, "SUMER SALE");

        assertThatThrownBy(() -> new TextRepairer()
                        .repair(
                                base,
                                null,
                                new Instruction(WISH),
                                Knobs.DEFAULT,
                                TestCallContext.canceledAfterProgress(1)))
                .isInstanceOf(ProviderFailure.Canceled.class);
    }

    private static Raster repaired(Raster base, @Nullable Mask mask, String instruction) {
        return new TextRepairer()
                .repair(base, mask, new Instruction(instruction), Knobs.DEFAULT, TestCallContext.calm())
                .raster();
    }
}
