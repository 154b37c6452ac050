package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.ImageGeneratorContract;
import dev.pentimento.testkit.TestCallContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalsGeneratorTest extends ImageGeneratorContract {
    private static final ImageSize SMALL = new ImageSize(160, 120);

    private final ImageGenerator generator = new OriginalsGenerator(1);

    @Override
    protected ImageGenerator generator() {
        return generator;
    }

    @Test
    void withoutASeedTheConfiguredOneCounts() {
        Raster byDefault = first(draw("a fox", null));

        assertThat(byDefault).isEqualTo(first(draw("a fox", 1L)));
        assertThat(byDefault).isNotEqualTo(first(draw("a fox", 2L)));
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "64, 2048", "2048, 64", "1024, 1024"})
    void drawsEveryArrangementInAnySize(int width, int height) {
        ImageSize size = new ImageSize(width, height);
        for (Composition composition : Composition.values()) {
            Design design = design(composition);

            assertThat(Sheet.draw(design, size).size()).as("%s", composition).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 64", "64, 5000"})
    void sizesThatCannotBeDrawnAreRefusedWithTheRange(int width, int height) {
        ImageGenerator.Request request = new ImageGenerator.Request(
                new Instruction("a fox"), Brief.EMPTY, new ImageSize(width, height), 1, null, null);

        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(() -> generator.generate(request, TestCallContext.calm()))
                .withMessageContaining("16 to 4096 px")
                .withMessageContaining(width + "x" + height);
    }

    @Test
    void unknownModelIsRefused() {
        ImageGenerator.Request request =
                new ImageGenerator.Request(new Instruction("a fox"), Brief.EMPTY, SMALL, 1, null, "dall-e");

        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(() -> generator.generate(request, TestCallContext.calm()))
                .withMessageContaining("dall-e")
                .withMessageContaining("local-1");
    }

    private static Design design(Composition composition) {
        DrawingWish wish = DrawingWords.read("a cup and a leaf, \"Luna\" \"since today\"", Brief.EMPTY);
        return new Design(wish, composition, wish.palettes().get(0), Ground.PAPER, Treatment.FLAT, Typeface.CLASSIC, 7);
    }

    @Test
    void allMotifsStayInsideTheirBoxes() {
        for (Motif motif : Motif.values()) {
            assertThat(Emblem.bounds(motif.layers()).getWidth()).as("%s", motif).isBetween(40.0, 112.0);
            assertThat(Emblem.bounds(motif.layers()).getHeight())
                    .as("%s", motif)
                    .isBetween(40.0, 112.0);
        }
    }

    @Test
    void everyPixelIsOpaque() {
        assertThat(Arrays.stream(first(draw("logo for \"Luna\"", 1L)).toArray()))
                .allMatch(pixel -> pixel >>> 24 == 255);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261})
    void tenVariantsAreTenPictures(long seed) {
        MadeImages made = draw("badge for a bakery called Luna", Brief.EMPTY, 10, seed);

        assertThat(made.images()).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatWasDrawnAndWhatWasNotUnderstood() {
        MadeImages made = draw("Please draw a logo of a cat wearing sunglasses, called Minka", 1L);

        assertThat(made.report().provider()).isEqualTo("local");
        assertThat(made.report().model()).isEqualTo(LocalEditor.MODEL);
        assertThat(made.report().promptSent()).contains("cat", "\"Minka\"");
        assertThat(made.report().notUnderstood()).containsExactly("wearing", "sunglasses");
        assertThat(made.report().cost()).isEqualTo(Cost.free());
    }

    @Test
    void nameWithoutAMotifGetsAnAbstractMark() {
        MadeImages made = draw("logo for \"Zyntrix\", a quantum consultancy", 1L);

        assertThat(made.report().promptSent()).contains("an abstract mark", "Zyntrix");
        assertThat(made.report().notUnderstood()).containsExactly("quantum", "consultancy");
    }

    @Test
    void nothingUnderstoodIsToldInOneLineWithWhatCouldBeDrawn() {
        assertThatThrownBy(() -> draw("please make a\nquantum flibbertigibbet", 1L))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("'quantum, flibbertigibbet'")
                .hasMessageContaining("bicycle")
                .hasMessageContaining("autumn")
                .hasMessageNotContaining("\n");
    }

    @Test
    void cancellingBetweenVariantsEndsTheCall() {
        TestCallContext context = TestCallContext.canceledAfterProgress(2);

        assertThatThrownBy(() -> generator.generate(request("a cat", Brief.EMPTY, 5, 1L), context))
                .isInstanceOf(ProviderFailure.Canceled.class);
        assertThat(context.told()).hasSize(2);
    }

    @Test
    void lettersAndPicturesStandOutFromEveryGround() {
        List<String> weak = new ArrayList<>();
        for (Theme theme : Themes.all()) {
            theme.palettes().forEach(palette -> {
                for (Ground ground : Ground.values()) {
                    Inks inks = ground.inks(palette);
                    if (Inks.contrast(inks.ground(), inks.lettering()) < 3
                            || Inks.contrast(inks.ground(), inks.main()) < 3) {
                        weak.add(palette.name() + " " + ground);
                    }
                }
            });
        }

        assertThat(weak).isEmpty();
    }

    private MadeImages draw(String words, @Nullable Long seed) {
        return draw(words, Brief.EMPTY, 1, seed);
    }

    private MadeImages draw(String words, Brief brief, int variants, @Nullable Long seed) {
        return generator.generate(request(words, brief, variants, seed), TestCallContext.calm());
    }

    private static ImageGenerator.Request request(String words, Brief brief, int variants, @Nullable Long seed) {
        return new ImageGenerator.Request(new Instruction(words), brief, SMALL, variants, seed, null);
    }

    private static Raster first(MadeImages made) {
        return EditorPictures.raster(made.images().get(0));
    }
}
