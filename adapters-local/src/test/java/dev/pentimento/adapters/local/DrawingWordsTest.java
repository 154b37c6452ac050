package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a logo for a cafe | CUP",
                "two cats | CAT",
                "Mountains! | MOUNTAIN",
                "bikes and more | BICYCLE",
                "leaves | LEAF",
                "a rocket launch | ROCKET",
            })
    void wordsCallForMotifs(String text, Motif motif) {
        assertThat(read(text).motifs()).contains(motif);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logo for a cafe called \"Luna\"",
                "logo for a cafe called Luna",
                "a cafe named luna",
                "logo for a cafe: \u201cLuna\u201d",
                "logo for 'Luna'",
            })
    void findsTheName(String text) {
        assertThat(read(text).names()).hasSize(1).first().asString().isEqualToIgnoringCase("luna");
    }

    @Test
    void nameOfSeveralWordsEndsBeforeTheNextSmallOne() {
        DrawingWish wish = read("A badge called Spoke & Chain for a bicycle club");

        assertThat(wish.names()).containsExactly("Spoke & Chain");
        assertThat(wish.motifs()).containsExactly(Motif.BICYCLE);
        assertThat(wish.notUnderstood()).containsExactly("club");
    }

    @Test
    void secondQuoteFollowsTheName() {
        assertThat(read("poster \"Jazz Night\" \"12 May\"").names()).containsExactly("Jazz Night", "12 May");
    }

    @Test
    void picturesInTheNameAreShownWhenNothingElseIs() {
        assertThat(read("logo for \"Fox & Pine\"").motifs()).containsExactly(Motif.FOX, Motif.PINE);
        assertThat(read("logo with a cat for \"Fox & Pine\"").motifs()).containsExactly(Motif.CAT);
    }

    @Test
    void apostrophesAreNoQuotes() {
        DrawingWish wish = read("let's draw the cat's house, it's fine");

        assertThat(wish.names()).isEmpty();
        assertThat(wish.motifs()).containsExactly(Motif.CAT, Motif.HOUSE);
        assertThat(wish.notUnderstood()).isEmpty();
    }

    @Test
    void politeAndSmallWordsAreNotReported() {
        assertThat(read("Could you please create a nice logo with a fish for me? Thanks!")
                        .notUnderstood())
                .isEmpty();
    }

    @Test
    void unknownWordsAreReportedOnceEach() {
        assertThat(read("a fish with a zither, the zither in mahogany").notUnderstood())
                .containsExactly("zither", "mahogany");
    }

    @Test
    void themeOfTheBriefChoosesThePalettes() {
        DrawingWish wish = DrawingWords.read("logo for a cafe", new Brief("", "", "ocean"));

        assertThat(wish.palettes().get(0)).isIn(Themes.named("ocean").palettes());
    }

    @Test
    void withoutAThemeTheMotifChoosesThePalettes() {
        assertThat(read("logo for a cafe").palettes().get(0))
                .isIn(Themes.named("coffee").palettes());
    }

    @Test
    void logoOfTheBriefMayBeTheBareName() {
        DrawingWish wish = DrawingWords.read("a warm logo", new Brief("", "Fox & Pine", ""));

        assertThat(wish.names()).containsExactly("Fox & Pine");
        assertThat(wish.motifs()).containsExactly(Motif.FOX, Motif.PINE);
    }

    @ParameterizedTest
    @CsvSource({
        "three birds over the sea, BIRD, 3",
        "3 birds over the sea, BIRD, 3",
        "a 1930s poster of a bird in 4:3 at 5 pm, BIRD, 1",
        "'a poster, five red boats on a lake', BOAT, 5",
        "a bird, BIRD, 1",
        "birds, BIRD, 1",
        "no two birds without three cats, CAT, 1"
    })
    void numbersBeforeMotifsCount(String text, Motif motif, int count) {
        assertThat(DrawingWords.read(text, Brief.EMPTY).count(motif)).isEqualTo(count);
    }

    @Test
    void numbersThatCountAreUnderstoodAndOthersAreNot() {
        assertThat(DrawingWords.read("three birds", Brief.EMPTY).notUnderstood())
                .isEmpty();
        assertThat(DrawingWords.read("a bird and three dwarves", Brief.EMPTY).notUnderstood())
                .contains("three");
    }

    @Test
    void nothingIsNothing() {
        assertThat(read("please draw something nice").isEmpty()).isTrue();
        assertThat(read("something retro").isEmpty()).isFalse();
    }

    private static DrawingWish read(String text) {
        return DrawingWords.read(text, Brief.EMPTY);
    }
}
