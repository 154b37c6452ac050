package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts in two parts, as the writer words them and generator and editor read them. */
class OrdersTest {
    private static final String FOX = "a fox in the woods";
    private static final Raster LAKE = LakeScene.draw(new ImageSize(96, 72));

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOX,
                "Make it darker.\nThe picture shows: " + FOX,
                "Colours: red, navy.\nThe picture shows: " + FOX,
                "Make it slightly darker, with far more contrast, black and white.\nColours: red.\nThe picture shows: "
                        + FOX
            })
    void whatIsReadIsWrittenAgain(String prompt) {
        assertThat(Orders.of(prompt).prompt()).isEqualTo(prompt);
        assertThat(Orders.of(prompt).shown()).isEqualTo(FOX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Make it a fox.",
                "Make it snow.",
                "make it darker",
                "Make it darker and a fox.",
                "The colours: of money"
            })
    void otherSentencesStayWhatTheyAre(String prompt) {
        assertThat(Orders.of(prompt).isEmpty()).isTrue();
        assertThat(Orders.of(prompt).shown()).isEqualTo(prompt);
    }

    @ParameterizedTest
    @EnumSource
    void everyLeverSaysWhatItReads(Lever lever) {
        Tuning up = Tuning.NONE.turned(new Remedy(lever, 1));

        assertThat(Tuning.of(up.sentence())).contains(up);
        assertThat(up.turned(new Remedy(lever, 1)).turned(new Remedy(lever, 1)).level(lever))
                .isBetween(2, 4);
        assertThat(up.turned(new Remedy(lever, -1)).level(lever)).isEqualTo(1);
    }

    @Test
    void theGeneratorDrawsWhatIsShownAndThenObeys() {
        Raster plain = drawn(FOX);
        Raster darker = drawn("Make it far darker.\nThe picture shows: " + FOX);

        assertThat(lightness(darker)).isLessThan(lightness(plain) - 0.1);
        assertThat(made("Make it far darker.\nThe picture shows: " + FOX)
                        .report()
                        .promptSent())
                .contains("fox", "far darker");
    }

    @Test
    void namedColoursMakeThePalette() {
        Measures plain = Measures.of(drawn("a leaf"));
        Measures red = Measures.of(drawn("Colours: red.\nThe picture shows: a leaf"));

        assertThat(red.colors().of(ColorName.RED)).isGreaterThan(plain.colors().of(ColorName.RED) + 0.05);
    }

    @Test
    void theEditorObeysTheOrdersAndDrawsNothingOfWhatIsShown() {
        Raster told =
                Judging.edited(LAKE, "Make it darker.\nThe picture shows: a bright red fox at sunset, watercolor");

        assertThat(told).isEqualTo(Judging.edited(LAKE, "Make it darker.\nThe picture shows: a cup"));
        assertThat(lightness(told)).isLessThan(lightness(LAKE));
    }

    @Test
    void theEditorSaysThatAMissingColourNeedsAnotherPicture() {
        assertThatThrownBy(() -> Judging.edited(LAKE, "Make it darker.\nColours: pink.\nThe picture shows: a lake"))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("pink")
                .hasMessageContaining("make another one");
        assertThatThrownBy(() -> Judging.edited(LAKE, "The picture shows: a lake"))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("Make it brighter.");
    }

    @Test
    void greysCountAsGreys() {
        Raster white = Raster.generate(new ImageSize(8, 8), (x, y) -> 0xffffffff);
        Raster black = Raster.generate(new ImageSize(8, 8), (x, y) -> 0xff000000);

        assertThat(Measures.of(white).colors().of(ColorName.WHITE)).isEqualTo(1);
        assertThat(Measures.of(white).colors().of(ColorName.BLACK)).isZero();
        assertThat(Measures.of(black).colors().of(ColorName.BLACK)).isEqualTo(1);
    }

    @Test
    void thingsAreReadWithTheirNumbersPlacesAndDeeds() {
        List<NounPhrase> found = NounPhrase.in(
                "Two small boats sailing under the moon, no people, a red and white cup of tea in the snow");

        assertThat(found).extracting(NounPhrase::head).containsExactly("boats", "moon", "people", "tea", "snow");
        assertThat(found.get(0).count()).isEqualTo(2);
        assertThat(found.get(0).doing()).isEqualTo("sailing");
        assertThat(found.get(0).thing()).isEqualTo("boats");
        assertThat(found.get(1).before()).isEqualTo("under");
        assertThat(found.get(2).absent()).isTrue();
        assertThat(found.get(3).thing()).isEqualTo("cup of tea");
        assertThat(found.get(4).isCounted()).isFalse();
    }

    private static double lightness(Raster picture) {
        return Measures.of(picture).tones().lightness();
    }

    private static Raster drawn(String prompt) {
        return PngPixels.decode(made(prompt).images().get(0));
    }

    private static MadeImages made(String prompt) {
        return new OriginalsGenerator(1)
                .generate(
                        new ImageGenerator.Request(
                                new Instruction(prompt), Brief.EMPTY, new ImageSize(128, 128), 1, null, null),
                        TestCallContext.calm());
    }
}
