package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.refinement.Instruction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAnswersTest {

    @Test
    void palettesThatAreNoneAreSkipped() {
        String said = "{\"palettes\":[%s,%s,%s,null,%s]}"
                .formatted(
                        palette("Dusk", "\"#123456\",\"#ABCDEF\""),
                        palette("Wrong", "\"red\",\"#abcdef\""),
                        palette("", "\"#000000\",\"#ffffff\""),
                        palette("Dawn", "\"#ffeedd\",\"#112233\""));

        List<Palette> palettes = Json.read(said, PalettesAnswer.class).first(2);

        assertThat(palettes).extracting(Palette::name).containsExactly("Dusk", "Dawn");
        assertThat(palettes.get(0).colors()).containsExactly("#123456", "#abcdef");
    }

    @Test
    void palettesOfTheSameNameOrColoursCountOnce() {
        String said = "{\"palettes\":[%s,%s,%s,%s]}"
                .formatted(
                        palette("Dusk", "\"#123456\",\"#abcdef\""),
                        palette("Night", "\"#123456\",\"#ABCDEF\""),
                        palette("Dusk", "\"#000000\",\"#ffffff\""),
                        palette("Dawn", "\"#ffeedd\",\"#112233\""));

        assertThat(Json.read(said, PalettesAnswer.class).first(2))
                .extracting(Palette::name)
                .containsExactly("Dusk", "Dawn");
    }

    @Test
    void tooFewPalettesAreNoAnswer() {
        PalettesAnswer answer = Json.read(
                "{\"palettes\":[%s]}".formatted(palette("Dusk", "\"#123456\",\"#abcdef\"")), PalettesAnswer.class);

        assertThatIllegalArgumentException().isThrownBy(() -> answer.first(2)).withMessageContaining("of 2");
    }

    @Test
    void checklistsAreTakenWithTheirDependences() {
        String said = """
                {"checks":[
                 {"id":"c1","kind":"object","question":"Is there a bowl?","dependsOn":[],"weight":3,"required":true},
                 {"id":"c2","kind":"attribute","question":"Is the bowl blue?","dependsOn":["c1","c8"],"weight":2,"required":false}]}
                """;

        assertThat(Json.read(said, ChecklistAnswer.class).checklist().checks())
                .containsExactly(
                        new Check("c1", CheckKind.OBJECT, "Is there a bowl?", List.of(), 3, true),
                        new Check("c2", CheckKind.ATTRIBUTE, "Is the bowl blue?", List.of("c1"), 2, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"checks\":[]}",
                "{\"checks\":[{\"id\":\"c1\",\"kind\":\"taste\",\"question\":\"Is it good?\",\"weight\":1}]}",
                "{\"checks\":[{\"id\":\"c1\",\"kind\":\"object\",\"question\":\" \",\"weight\":1}]}",
                "{\"checks\":[{\"id\":\"c1\",\"kind\":\"object\",\"question\":\"Is it?\",\"weight\":9}]}",
                "{\"checks\":[{\"id\":\"c1\",\"kind\":\"object\",\"question\":\"Is it?\",\"dependsOn\":[\"c1\"],\"weight\":1}]}",
                "{\"checks\":[{\"kind\":\"object\",\"question\":\"Is it?\",\"weight\":1}]}"
            })
    void questionsThatMakeNoListAreNoAnswer(String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(said, ChecklistAnswer.class).checklist());
    }

    @Test
    void promptsAreStripped() {
        assertThat(Json.read("{\"prompt\":\" a quiet lake \\n\"}", PromptAnswer.class)
                        .usable())
                .isEqualTo("a quiet lake");
    }

    /** The control of "chatter never becomes a prompt". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure, here is your prompt: a quiet lake",
                "a quiet lake",
                "```json\n{\"prompt\":\"a quiet lake\"}\n```",
                "{\"prompt\":\"a quiet lake\"} I hope that helps!",
                "{\"text\":\"a quiet lake\"}",
                "{\"prompt\":\"   \"}",
                "{\"prompt\":null}",
                "{\"prompt\":[\"a quiet lake\"]}"
            })
    void chatterIsNoPrompt(String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(said, PromptAnswer.class).usable());
    }

    @Test
    void promptsThatNobodyTakesAreNone() {
        String said = Json.write(new PromptAnswer("x".repeat(Instruction.MAX_LENGTH + 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(said, PromptAnswer.class).usable());
    }

    @Test
    void refinementsSayHowToGoOn() {
        String said =
                "{\"changes\":[\"named the colour\"],\"strategy\":\"EDIT_IMAGE\",\"refinedPrompt\":\"make the bowl blue\"}";

        assertThat(Json.read(said, RefinementAnswer.class).refined())
                .isEqualTo(new RefinedPrompt(
                        "make the bowl blue", List.of("named the colour"), RefinedPrompt.Strategy.EDIT_IMAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"changes\":[],\"refinedPrompt\":\"make the bowl blue\"}",
                "{\"changes\":[],\"strategy\":\"GIVE_UP\",\"refinedPrompt\":\"make the bowl blue\"}",
                "{\"changes\":[],\"strategy\":\"RESAMPLE\",\"refinedPrompt\":\"\"}",
                "{\"changes\":[],\"strategy\":\"RESAMPLE\"}"
            })
    void refinementsWithoutPromptOrStrategyAreNone(String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(said, RefinementAnswer.class).refined());
    }

    @Test
    void preferencesWithoutAChoiceAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("{\"reason\":\"hard to say\",\"better\":\"BOTH\"}", PreferenceAnswer.class)
                        .preference());
    }

    private static String palette(String name, String colors) {
        return "{\"name\":\"%s\",\"description\":\"quiet\",\"colors\":[%s]}".formatted(name, colors);
    }
}
