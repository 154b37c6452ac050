package dev.pentimento.adapters.jigsawstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.Palette;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Palettes as a language model writes them. */
class PaletteAnswerTest {
    private final Trial trial = new Trial();
    private final TestCallContext context = TestCallContext.calm();

    @AfterEach
    void close() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"palettes-array.json", "palettes-object.json", "palettes-text.json"})
    void palettesAreFoundInEveryFormThatCame(String answer) {
        trial.promptsAnswer(answer);

        Answered<List<Palette>> answered = propose(2);

        assertThat(answered.value())
                .containsExactly(
                        new Palette("Ember", "Warm and low", List.of("#2b0f0a", "#7a2e1d", "#d9713c")),
                        new Palette("Frost", "", List.of("#0a1f2b", "#d6ecf5")));
        assertThat(answered.report().model()).isEqualTo("prompt_engine");
        assertThat(answered.report().notUnderstood()).isEmpty();
    }

    @Test
    void whatIsNoColourIsLeftOutAndWhatHasTooFewIsNoPalette() {
        trial.promptsAnswer("palettes-sloppy.json");

        assertThat(propose(1).value()).containsExactly(new Palette("Half right", "", List.of("#102030", "#a0b0c0")));
    }

    @Test
    void missingPalettesAreBuiltInAndSaidToBe() {
        trial.promptsAnswer("palettes-sloppy.json");

        Answered<List<Palette>> answered = propose(7);

        assertThat(answered.value()).hasSize(7).extracting(Palette::name).doesNotHaveDuplicates();
        assertThat(answered.value().subList(1, 7))
                .extracting(Palette::description)
                .containsOnly("built in");
        assertThat(answered.report().model()).isEqualTo("prompt_engine and built-in palettes");
        assertThat(answered.report().notUnderstood()).containsExactly("autumn");
        assertThat(context.told())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("built-in ones"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense.html", "palettes-refusal.json"})
    void whateverTheAnswerThereAreSevenPalettes(String answer) {
        trial.promptsAnswer(answer);

        assertThat(propose(7).value()).isEqualTo(BuiltInPalettes.ALL).hasSize(7);
    }

    @Test
    void samePaletteTwiceIsOne() {
        trial.promptsAnswer("palettes-twins.json");

        assertThat(propose(3).value()).extracting(Palette::colors).doesNotHaveDuplicates();
    }

    @Test
    void builtInPalettesDiffer() {
        assertThat(BuiltInPalettes.ALL).extracting(Palette::name).doesNotHaveDuplicates();
        assertThat(BuiltInPalettes.ALL).extracting(Palette::colors).doesNotHaveDuplicates();
    }

    private Answered<List<Palette>> propose(int count) {
        return trial.writing().writer().orElseThrow().proposePalettes("autumn", count, context);
    }
}
