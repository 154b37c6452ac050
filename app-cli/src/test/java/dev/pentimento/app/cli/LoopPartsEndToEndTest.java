package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The parts of the loop alone, and the page of a batch, with the embedded engine: no key, no network. */
class LoopPartsEndToEndTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void thereAreAnImageAndPrompts() throws IOException {
        assertThat(run("generate", "a fox in the woods at night, scene", "--size", "256x256", "-o", "fox.png")
                        .code())
                .isZero();
        Files.writeString(folder.resolve("prompts.json"), """
                {"prompts": [
                  {"id": "boat", "scene": "a boat on a lake", "mood": "calm"},
                  {"id": "fox", "title": "<script>alert(1)</script>", "scene": "a fox & a \\"crown\\"", "prompt": "vivid, bright"},
                  {"id": "noir", "scene": "a bicycle", "mood": "cosy", "prompt": "black and white, high contrast"}]}""");
    }

    private CommandRun run() {
        return new CommandRun(folder, ConfiguredHome::from)
                .with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .with("HOME", folder.toString())
                .with("PENTIMENTO_HOME", folder.resolve("home").toString());
    }

    private Ending run(String... arguments) {
        return run().run(arguments);
    }

    private JsonNode ok(String... arguments) throws IOException {
        Ending ending = run(arguments);
        assertThat(ending.code()).as(ending.err()).isZero();
        return JSON.readTree(ending.out());
    }

    @Test
    void anImageIsJudgedWithEveryCheckAnsweredAndItsGround() throws IOException {
        JsonNode judged = ok("evaluate", "fox.png", "--prompt", "a fox at night", "--mood", "mysterious");

        assertThat(judged.path("critic").asText()).isEqualTo("local");
        assertThat(judged.path("score").path("overall").asDouble()).isBetween(0.0, 1.0);
        assertThat(judged.path("checks")).hasSameSizeAs(judged.path("checklist"));
        assertThat(judged.path("checks"))
                .allSatisfy(check -> assertThat(check.path("evidence").asText()).isNotBlank());
        assertThat(judged.path("description").asText()).startsWith("Measured, not looked at");
    }

    @Test
    void aVersionIsJudgedLikeItsFile() throws IOException {
        JsonNode file = ok("evaluate", "fox.png", "--prompt", "a fox at night");

        assertThat(ok("evaluate", "A", "--prompt", "a fox at night").path("score"))
                .isEqualTo(file.path("score"));
    }

    @Test
    void peopleReadVerdictsAndWhatTheyRestOn() {
        Ending ending = run().onTerminal().run("evaluate", "fox.png", "--prompt", "a fox at night");

        assertThat(ending.out())
                .contains("adherence", "judged by local", "Is there a fox?", "Is the picture dark?", "mean lightness");
    }

    @Test
    void aPromptIsImproved() throws IOException {
        JsonNode improved = ok("improve-prompt", "fox.png", "a fox, bright", "--brief", "a fox on a bright day");

        assertThat(improved.path("prompt").asText()).isEqualTo("a fox, bright");
        assertThat(improved.path("refined_prompt").asText())
                .startsWith("Make it brighter")
                .contains("a fox, bright");
        assertThat(improved.path("changes")).isNotEmpty();
        assertThat(improved.path("judgement").path("brief").asText()).contains("a fox on a bright day");
    }

    @Test
    void missingPromptsAreWrittenIntoANewFile() throws IOException {
        String before = Files.readString(folder.resolve("prompts.json"));

        JsonNode filled = ok("prompts", "fill", "prompts.json");

        assertThat(filled.path("written")).hasSize(1);
        assertThat(filled.at("/written/0/id").asText()).isEqualTo("boat");
        JsonNode file = JSON.readTree(folder.resolve("prompts.filled.json").toFile());
        assertThat(file.at("/prompts/0/prompt").asText()).contains("A boat on a lake", "calm");
        assertThat(file.at("/prompts/1/prompt").asText()).isEqualTo("vivid, bright");
        assertThat(Files.readString(folder.resolve("prompts.json"))).isEqualTo(before);
    }

    @Test
    void missingPromptsAreWrittenInPlaceOnlyWhenAsked() throws IOException {
        ok("prompts", "fill", "prompts.json", "--in-place");

        assertThat(JSON.readTree(folder.resolve("prompts.json").toFile())
                        .at("/prompts/0/prompt")
                        .asText())
                .contains("A boat on a lake");
        assertThat(folder.resolve("prompts.filled.json")).doesNotExist();
    }

    @Test
    void aFilledFileInYamlSaysTheSameAndCanBeFedBack() throws IOException {
        ok("prompts", "fill", "prompts.json", "-o", "filled.yaml");
        ok("prompts", "fill", "filled.yaml", "-o", "again.json");

        JsonNode yaml = JSON.valueToTree(new Yaml().load(Files.readString(folder.resolve("filled.yaml"))));
        assertThat(JSON.readTree(folder.resolve("again.json").toFile())).isEqualTo(yaml);
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenUnasked() throws IOException {
        Files.writeString(folder.resolve("prompts.filled.json"), "mine");

        Ending ending = run("prompts", "fill", "prompts.json");

        assertThat(ending.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(ending.err()).contains("exists", "-o", "--in-place");
        assertThat(folder.resolve("prompts.filled.json")).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate fox.png | Say what the image shall show",
                "evaluate | IMAGE",
                "evaluate nope.png --prompt fox | No such file: nope.png",
                "evaluate prompts.json --prompt fox | is not an image",
                "evaluate Z9 --prompt fox | Z9",
                "improve-prompt fox.png | PROMPT",
                "improve-prompt fox.png '' | The prompt is empty",
                "improve-prompt fox.png \u200b\u2060 | The prompt is empty",
                "evaluate fox.png --prompt \u200b\u2060 | Say what the image shall show",
                "generate \u200b\u2060\u00ad | The prompt is empty",
                "refine fox.png \u200b\u2060\u00ad | The prompt is empty",
                "batch - --output-dir out | Standard input is empty",
                "prompts fill - | name a file with -o",
                "prompts | prompts fill",
                "prompts empty | empty",
                "prompts fill nope.json | There is no file nope.json",
                "prompts fill prompts.json --in-place -o x.json | exclude each other",
                "prompts fill fox.png | fox.png",
                "prompts fill prompts.json -o . | is a folder; name a file",
                "prompts fill prompts.json -o fox.png/x.json | cannot be made a folder (something else is there)",
                "prompts fill prompts.json --budget abc | abc' is no amount in USD, such as 0.50",
                "batch prompts.json --output-dir '' | --output-dir is empty",
                "batch prompts.json --output-dir fox.png | is a file; name a folder",
                "batch prompts.json --output-dir fox.png/sub | cannot be made a folder",
                "batch prompts.json --output-dir out --batch-size 0 | --batch-size must be 1 to 64 but is 0",
                "batch prompts.json --output-dir out --batch-size 65 | but is 65",
                "batch prompts.json --output-dir out --budget 1e99 | 0 to 1000000 USD but was '1e99'",
                "batch prompts.json --output-dir out --budget -1 | but was '-1'",
                "batch prompts.json --output-dir out --model none | has no model 'none'; its only one is local-1",
                "report fox.png | is a file; name a folder"
            })
    void badInputIsToldInOneLine(String arguments, String words) {
        List<String> all = List.of(arguments.split(" ", -1)).stream()
                .map(argument -> argument.equals("''") ? "" : argument)
                .toList();

        Ending ending = run(all.toArray(String[]::new));

        assertThat(ending.code()).isNotZero();
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err().lines().filter(line -> line.startsWith("pentimento:")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(words));
    }

    @Test
    void promptsWithoutAnyWordAreNamed() throws IOException {
        Files.writeString(
                folder.resolve("bare.json"), "{\"prompts\": [{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\"}]}");

        assertThat(run("prompts", "fill", "bare.json").err()).contains("prompt 2 ('b')", "title, scene nor mood");
    }

    @Test
    void aBatchLeavesAPageThatNeedsNothingFromElsewhere() throws IOException {
        ok(
                "batch",
                "prompts.json",
                "--output-dir",
                "out",
                "--variants",
                "2",
                "--max-iterations",
                "2",
                "--size",
                "256x256",
                "--target",
                "1");

        String page = Files.readString(folder.resolve("out/report.html"));

        assertThat(page).contains("boat", "measured", "unsure", "Simulated: no trained model", "<svg", "Make it");
        assertThat(links(page)).isNotEmpty().allSatisfy(link -> {
            assertThat(link).doesNotContain(":", "..");
            assertThat(link.startsWith("#")
                            || Files.exists(folder.resolve("out").resolve(link)))
                    .as(link)
                    .isTrue();
        });
        assertThat(links(page)).anyMatch(link -> link.endsWith("_v2.png"));
    }

    @Test
    void nobodysWordsBecomeMarkupOfThePage() throws IOException {
        ok("batch", "prompts.json", "--output-dir", "out", "--max-iterations", "1", "--size", "256x256");

        String page = Files.readString(folder.resolve("out/report.html"));

        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&quot;crown&quot;");
    }

    private static List<String> links(String page) {
        return Pattern.compile(" (?:src|href)=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
