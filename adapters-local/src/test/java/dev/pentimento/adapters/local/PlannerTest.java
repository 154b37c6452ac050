package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            make it warmer and more minimalist          | warmer 0.6, minimalist 0.6
            warm                                        | warmer 0.6
            I would like more warmth, please            | warmer 0.6
            Could you make the image a bit warmer?      | warmer 0.3
            slightly brighter                           | brighter 0.3
            much brighter                               | brighter 0.81
            extremely vivid                             | more vivid 1.0
            twice as bright                             | brighter 0.96
            20% brighter                                | brighter 0.24
            make it brighter by a lot                   | brighter 0.81
            less warm                                   | cooler 0.6
            too dark                                    | brighter 0.6
            it is too busy                              | minimalist 0.6
            reduce the contrast                         | less contrast 0.6
            increase the saturation slightly            | more vivid 0.3
            warmer but not darker                       | warmer 0.6
            warmer, but not too warm                    | warmer 0.42
            brighter without blur                       | brighter 0.6
            sharper and no grain                        | sharper 0.6
            remove the noise                            | smooth 0.6
            no clutter                                  | minimalist 0.6
            less warm and vivid                         | cooler 0.6, more muted 0.6
            less blurry, brighter                       | sharper 0.6, brighter 0.6
            brigther and wramer                         | brighter 0.6, warmer 0.6
            more minimalistic, cleaner                  | minimalist 0.6
            simplify it                                 | minimalist 0.6
            Black and white with film grain             | black and white 0.6, film grain 0.6
            b&w                                         | black and white 0.6
            greyscale                                   | black and white 0.6
            golden hour light                           | sunset light 0.6, brighter 0.6
            dark and moody                              | dramatic 0.6
            give it a vintage look                      | vintage 0.6
            turn it into a watercolor painting          | watercolor 0.6
            pixel art                                   | pixel art 0.6
            pencil sketch                               | sketch 0.6
            crop tighter                                | cropped closer 0.6
            zoom in a little                            | cropped closer 0.3
            add more white space                        | more space around 0.6
            flip it horizontally                        | mirrored 0.6
            rotate by 180 degrees                       | turned upside down 0.6
            remove the background                       | transparent background 0.6
            transparent background                      | transparent background 0.6
            brighter blue                               | brighter blue 0.6
            lighter browns                              | brighter brown 0.6
            darken the reds slightly                    | darker red 0.3
            brighter blue and red                       | brighter blue 0.6, brighter red 0.6
            brighter blue and lighter browns            | brighter blue 0.6, brighter brown 0.6
            make the blue brighter and warmer           | brighter blue 0.6, warmer 0.6
            more vivid reds                             | more vivid red 0.6
            change blue to green                        | blue to green 0.6
            replace red with teal                       | red to teal 0.6
            make the blue green                         | blue to green 0.6
            make the red greener                        | red towards green 0.6
            change blue and red to dark green           | blue to dark green 0.6, red to dark green 0.6
            less red                                    | more muted red 0.6
            bluer                                       | a touch of blue 0.6
            a blue tint                                 | a touch of blue 0.6
            a warm orange tint                          | warmer 0.6, a touch of orange 0.6
            make it blue                                | all in blue 0.6
            blue                                        | all in blue 0.6
            make the background white                   | white background 0.6
            light blue background                       | light blue background 0.6
            blur the background                         | blurred background 0.6
            """)
    void understands(String prompt, String plan) {
        assertThat(literal(prompt).words()).isEqualTo(plan);
        assertThat(literal(prompt).notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            make the sky warmer                  | warmer 0.6                   | sky
            warmer, with a dragon and a dragon   | warmer 0.6                   | dragon
            turn the sky orange, and sharper     | sharper 0.6                  | sky orange
            less minimalist but brighter         | brighter 0.6                 | minimalist
            brighter, change the layout          | brighter 0.6                 | layout
            sharper, keep the blue and the cup   | sharper 0.6                  | blue cup
            """)
    void saysWhatItDidNotUnderstand(String prompt, String plan, String words) {
        assertThat(literal(prompt).words()).isEqualTo(plan);
        assertThat(literal(prompt).notUnderstood()).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add a dragon",
                "Füge einen Drachen hinzu",
                "make the letters larger",
                "let the leaves fall",
                "xyzzy",
                "please do it",
                "add a red dragon"
            })
    void refusesWhatItDoesNotUnderstandAtAll(String prompt) {
        assertThatThrownBy(() -> literal(prompt))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("understood none of \"" + prompt + "\"; it can change tone")
                .hasMessageNotContaining("\n");
    }

    @Test
    void quotesOnlyTheBeginningOfALongPrompt() {
        String prompt = "xyzzy ".repeat(500);

        assertThatThrownBy(() -> literal(prompt)).message().hasSizeLessThan(400);
    }

    @Test
    void leavesOutWhatWouldChangeWhatIsPreserved() {
        Plan plan = Planner.plan(
                new Instruction("warmer, brighter, crop tighter and sharper"),
                knobs(Creativity.LITERAL, Set.of(PreserveAspect.COLORS, PreserveAspect.LAYOUT)),
                false);

        assertThat(plan.words())
                .isEqualTo("brighter 0.6, sharper 0.6; left out to preserve what was asked: warmer, cropped closer");
    }

    @Test
    void promptMayPreserveAsWell() {
        assertThat(literal("sharper and warmer, but keep the colors and the layout")
                        .words())
                .isEqualTo("sharper 0.6; left out to preserve what was asked: warmer");
    }

    @Test
    void keepsTheBackground() {
        Plan plan = literal("make it warmer but keep the background");

        assertThat(plan.keepsBackground()).isTrue();
        assertThat(plan.needsBackground()).isTrue();
    }

    @Test
    void refusesWhenNothingIsLeft() {
        Knobs preserving = knobs(Creativity.LITERAL, Set.of(PreserveAspect.COLORS));

        assertThatThrownBy(() -> Planner.plan(new Instruction("warmer"), preserving, false))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessage("Nothing is left to do: warmer would change what is to be preserved (colors)");
    }

    @Test
    void refusesAPromptThatOnlyKeeps() {
        assertThatThrownBy(() -> literal("keep the layout and the colors"))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageStartingWith("The prompt only says what shall stay as it is");
    }

    @Test
    void movesNothingInsideAMask() {
        assertThatThrownBy(() -> Planner.plan(new Instruction("flip it"), knobs(Creativity.LITERAL, Set.of()), true))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("Inside a mask nothing can be moved (mirrored)");
    }

    @Test
    void aMaskSaysWhatTheColorIsFor() {
        Plan plan = Planner.plan(new Instruction("turn the sky orange"), knobs(Creativity.LITERAL, Set.of()), true);

        assertThat(plan.words()).isEqualTo("all in orange 0.6");
        assertThat(plan.notUnderstood()).containsExactly("sky");
    }

    @Test
    void creativityAddsWhatGoesWell() {
        assertThat(plan("warmer", Creativity.LITERAL).support()).isEmpty();
        assertThat(plan("warmer", Creativity.BALANCED).words())
                .isEqualTo("warmer 0.6; rounded off with more vivid 0.09, more contrast 0.09");
        assertThat(plan("warmer", Creativity.INVENTIVE).words())
                .isEqualTo("warmer 0.6; rounded off with more vivid 0.27, more contrast 0.27");
    }

    @Test
    void whatIsNotWantedIsNotAddedEither() {
        assertThat(plan("warmer, but no more contrast", Creativity.INVENTIVE).words())
                .isEqualTo("warmer 0.6; rounded off with more vivid 0.27");
    }

    @Test
    void laterWordsCount() {
        assertThat(literal("make it darker. Then much brighter").steps())
                .extracting(Step::label)
                .containsExactly("brighter");
    }

    @Test
    void doesThingsInAGoodOrder() {
        Plan plan = literal("grain, warmer, crop, minimalist");

        assertThat(plan.toDo(0, 1))
                .extracting(Step::label)
                .containsExactly("cropped closer", "minimalist", "warmer", "film grain");
    }

    @Test
    void candidatesDifferAndCanBeRepeated() {
        Plan plan = plan("warmer", Creativity.BALANCED);

        List<List<String>> first = candidates(plan);

        assertThat(first).doesNotHaveDuplicates().isEqualTo(candidates(plan));
    }

    private static List<List<String>> candidates(Plan plan) {
        return IntStream.range(0, 10)
                .mapToObj(i -> plan.toDo(i, 7).stream()
                        .map(step -> step.label() + step.amount())
                        .toList())
                .toList();
    }

    private static Plan literal(String prompt) {
        return plan(prompt, Creativity.LITERAL);
    }

    private static Plan plan(String prompt, Creativity creativity) {
        return Planner.plan(new Instruction(prompt), knobs(creativity, Set.of()), false);
    }

    private static Knobs knobs(Creativity creativity, Set<PreserveAspect> preserve) {
        return new Knobs(Strength.DEFAULT, creativity, preserve, 1, null);
    }
}
