package dev.pentimento.app.cli.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.prompt.Scene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptFileTest {
    @TempDir
    private Path folder;

    private PromptFile read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return PromptFile.read(name, folder, InputStream.nullInputStream());
    }

    @Test
    void readsJson() throws IOException {
        PromptFile file = read("prompts.json", """
                {"model": "m1", "prompts": [
                  {"id": "fox", "title": "Fox", "scene": "snow", "mood": "calm", "prompt": "a red fox"},
                  {"id": "owl", "prompt": "an owl", "model": "m2"}]}""");

        assertThat(file.items("prompts")).extracting(Item::id).containsExactly("fox", "owl");
        assertThat(file.items("prompts")).extracting(Item::model).containsExactly("m1", "m2");
        assertThat(file.items("prompts").get(0).scene().text()).contains("Mood: calm");
    }

    @Test
    void markOfTheEncodingIsNoPartOfTheFile() throws IOException {
        PromptFile file = read("prompts.json", "\uFEFF{\"prompts\": [{\"id\": \"fox\", \"prompt\": \"a red fox\"}]}");

        assertThat(file.items("prompts")).extracting(Item::id).containsExactly("fox");
    }

    @Test
    void readsTheSameInYaml() throws IOException {
        PromptFile yaml = read("prompts.yaml", """
                prompts:
                  - id: fox
                    scene: |
                      a fox
                      in the snow
                """);

        assertThat(yaml.items("prompts").get(0).scene().scene()).isEqualTo("a fox\nin the snow");
    }

    /** Each with one mistake, which is told with its place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"prompts": [{"id": "a", "prompt": "x"}             | prompts.json is not JSON: line 1
            []                                                  | the file must be an object but is a list
            {"model": "m"}                                      | the file lacks the field 'prompts'
            {"prompts": [{"id": "", "prompt": "a"}]}            | prompt 1, field 'id' is empty; give the prompt a name of its own, such as 'fox'
            {"prompts": [{"id": "a", "model": ""}]}             | prompt 1 ('a'), field 'model' is empty; leave it out or say something
            ` `                                                 | prompts.json is empty; name a file of prompts
            {"prompts": []}                                     | the file, field 'prompts' is empty; a file needs at least one prompt
            {"prompts": [{"prompt": "x"}]}                      | prompt 1 lacks the field 'id'
            {"prompts": [{"id": "a", "titel": "x"}]}            | prompt 1 ('a') has a field 'titel', which is unknown; did you mean 'title'?
            {"prompts": [{"id": "a", "title": 7}]}              | prompt 1 ('a'), field 'title' must be text but is a number
            {"prompts": [{"id": "../a", "prompt": "x"}]}        | prompt 1, field 'id': '../a' is no safe name for a folder
            {"prompts": [{"id": "a", "prompt": "x"}, {"id": "A", "prompt": "y"}]} | prompt 2, field 'id': 'A' is also the id of prompt 1
            {"prompts": [{"id": "a", "prompt": "x", "prompt": "y"}]} | Duplicate field 'prompt'
            {"prompts": [{"id": "con", "prompt": "x"}]}         | prompt 1, field 'id': 'con' is no safe name for a folder, as it is that of a device
            {"prompts": {"id": "a"}}                            | the file, field 'prompts' must be a list but is an object
            {"prompt": [], "prompts": [{"id": "a", "prompt": "x"}]} | the file has a field 'prompt', which is unknown; did you mean 'prompts'?
            """)
    void mistakeIsToldWithItsPlace(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("prompts.json", text))
                .withMessageStartingWith("prompts.json")
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void promptWithoutAnyTextMakesNoImage() throws IOException {
        PromptFile file = read("prompts.json", "{\"prompts\": [{\"id\": \"a\"}]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.items("prompts.json"))
                .withMessage("prompts.json: prompt 1 ('a') has no text; give it a prompt or a scene");
    }

    @Test
    void severalMistakesAreToldTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("prompts.json", "{\"prompts\": [{\"id\": 1}, {\"title\": \"x\"}]}"))
                .withMessage(
                        "prompts.json: prompt 1 ('1'), field 'id' must be text but is a number; prompt 2 lacks the field 'id'");
    }

    @Test
    void missingFileIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromptFile.read("nowhere.json", folder, InputStream.nullInputStream()))
                .withMessageContaining("There is no file nowhere.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prompts\": [{\"id\": \"fox\", \"prompt\": \"a red fox\"}]}",
                "\uFEFFprompts:\n  - id: fox\n    prompt: a red fox\n"
            })
    void dashIsStandardInputInEitherFormat(String text) {
        PromptFile file = PromptFile.read("-", folder, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(file.items("-"))
                .singleElement()
                .satisfies(item -> assertThat(item.scene().prompt()).isEqualTo("a red fox"));
    }

    @Test
    void emptyStandardInputIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromptFile.read("-", folder, InputStream.nullInputStream()))
                .withMessageStartingWith("Standard input is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01", "7", "0x1F", "yes", "1_000", "1.50", "true"})
    void plainValueInYamlIsTheTextThatIsWritten(String written) throws IOException {
        PromptFile file = read(
                "prompts.yaml", "prompts: [{id: %1$s, title: %1$s, prompt: %1$s, model: %1$s}]".formatted(written));

        assertThat(file.entries())
                .containsExactly(new PromptFile.Entry(written, new Scene(written, "", "", written), written));
    }

    @Test
    void valuesThatAreNamedOnceAndMeantOftenAreTaken() throws IOException {
        PromptFile file = read("prompts.yaml", """
                prompts:
                  - &fox {id: fox, prompt: a red fox, mood: &mood calm}
                  - {<<: *fox, id: owl}
                  - {id: elk, prompt: an elk, mood: *mood}
                """);

        assertThat(file.items("prompts"))
                .extracting(item -> item.scene().mood())
                .containsOnly("calm");
        assertThat(file.items("prompts").get(1).scene().prompt()).isEqualTo("a red fox");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prompts: &a§  - id: a§    prompt: x§  - *a | line 1: this contains itself, by an alias such as *a; write out what is meant",
                "&a {prompts: *a} | line 1: this contains itself",
                "prompts:§  - {id: a, prompt: x, prompt: y} | line 2: 'prompt' is there twice",
                "prompts:§  - {id: a, prompt: !!binary eA==} | line 2: the tag tag:yaml.org,2002:binary is not taken here",
                "prompts:§  - {[a]: b} | line 2: a field must have a word for its name",
                "prompts:§  - {id: a, title: ~} | prompt 1 ('a'), field 'title' must be text but is nothing",
                "prompts:§  - {id: a, prompt: \"a\\0b\"} | prompt 1 ('a'), field 'prompt' has a control character"
            })
    void whatCannotBeTakenFromYamlIsToldWithItsPlace(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("prompts.yaml", text.replace('§', '\n')))
                .withMessageStartingWith("prompts.yaml")
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void characterThatYamlDoesNotTakeIsToldWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("prompts.yaml", "prompts:\n  - id: a\n    prompt: a\u001bb\n"))
                .withMessage(
                        "prompts.yaml is not YAML: line 3 has the character U+001B, which YAML does not take; write plain text");
    }

    @Test
    void aFileThatGrowsWithoutEndIsReadOnce() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("prompts.yaml", text.toString()))
                .withMessageContaining("the file lacks the field 'prompts'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b[31m", "\\ud83e", "\\ufffd"})
    void controlCharactersAreRefused(String character) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(
                        "prompts.json", "{\"prompts\": [{\"id\": \"a\", \"prompt\": \"x%s\"}]}".formatted(character)))
                .withMessage(
                        "prompts.json: prompt 1 ('a'), field 'prompt' has a control character, or something that is no character; write plain text");
    }

    @Test
    void textsOfWhichNothingCanBeSeenAreNone() throws IOException {
        PromptFile file = read(
                "prompts.json",
                "{\"prompts\": [{\"id\": \"a\", \"scene\": \"\\u2007\", \"prompt\": \"\\u200b\\u200b\"}]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.items("prompts.json"))
                .withMessageContaining("prompt 1 ('a') has no text");
    }

    @Test
    void yamlMistakeIsToldWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("prompts.yml", "prompts:\n  - id: [a\n"))
                .withMessageStartingWith("prompts.yml is not YAML: line ");
    }
}
