package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.batch.BatchFolder;
import dev.pentimento.app.cli.batch.FolderClaim;
import dev.pentimento.app.cli.batch.LoopVendors;
import dev.pentimento.app.cli.batch.LoopVendors.Task;
import dev.pentimento.domain.job.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** A file of prompts through fal and Gemini, from arguments to the folder that is left behind. */
class BatchEndToEndTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final LoopVendors vendors = new LoopVendors();

    @BeforeEach
    void thereIsAFileOfPrompts() throws IOException {
        Files.writeString(folder.resolve("prompts.json"), """
                {"prompts": [
                  {"id": "fox", "title": "Fox", "scene": "a fox in the snow", "mood": "calm", "prompt": "a red fox"},
                  {"id": "owl", "prompt": "an owl at night"}]}""");
    }

    @AfterEach
    void close() {
        vendors.close();
    }

    private Ending run(String... arguments) {
        return run().run(arguments);
    }

    private CommandRun run() {
        CommandRun run = new CommandRun(folder, ConfiguredHome::from)
                .with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .with("HOME", folder.toString())
                .with("PENTIMENTO_HOME", folder.resolve("home").toString());
        vendors.environment().forEach(run::with);
        return run;
    }

    private Ending batch(String... more) {
        return run(Stream.concat(Stream.of("batch", "prompts.json", "--output-dir", "out"), Stream.of(more))
                .toArray(String[]::new));
    }

    private JsonNode json(String file) throws IOException {
        return JSON.readTree(folder.resolve("out").resolve(file).toFile());
    }

    @Test
    void leavesACompleteFolder() throws IOException {
        vendors.judges("YES", "NO", 4);

        Ending ending = batch("--variants", "2", "--max-iterations", "2");

        assertThat(ending.code()).as(ending.err()).isZero();
        for (String prompt : List.of("fox", "owl")) {
            assertThat(names(prompt))
                    .contains(
                            "iteration_1_v1.jpg",
                            "iteration_1_v2.jpg",
                            "iteration_1_results.json",
                            "iteration_1_results.yaml",
                            "iteration_1_evaluation.json",
                            "summary.json",
                            "best.jpg")
                    .noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".png"));
        }
        assertThat(json("batch_summary.json").path("status").asText()).isEqualTo("done");
        assertThat(json("refined_prompts.json").path("prompts")).hasSize(2);
    }

    private List<String> names(String prompt) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out/results").resolve(prompt))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void yamlSaysWhatJsonSays() throws IOException {
        batch("--max-iterations", "1");

        Object yaml = new Yaml().load(Files.readString(folder.resolve("out/results/fox/iteration_1_results.yaml")));

        assertThat(JSON.<JsonNode>valueToTree(yaml)).isEqualTo(json("results/fox/iteration_1_results.json"));
    }

    @Test
    void answersInJpegAreKeptAsJpeg() throws IOException {
        batch("--max-iterations", "1");

        byte[] best = Files.readAllBytes(folder.resolve("out/results/fox/best.jpg"));

        assertThat(best[0] & 0xff).isEqualTo(0xff);
        assertThat(best[1] & 0xff).isEqualTo(0xd8);
        assertThat(json("results/fox/iteration_1_results.json")
                        .at("/images/0/media_type")
                        .asText())
                .isEqualTo("image/jpeg");
    }

    @Test
    void criticSeesImageBriefChecklistAndForm() {
        batch("--max-iterations", "1");

        assertThat(vendors.asked(Task.EVALUATION))
                .hasSize(2)
                .anySatisfy(body -> assertThat(body)
                        .contains(
                                "inlineData",
                                "a fox in the snow",
                                "Is there a fox?",
                                "c2",
                                "responseSchema",
                                "\"temperature\":0"));
        assertThat(vendors.asked(Task.CHECKLIST)).as("one for each prompt").hasSize(2);
    }

    @Test
    void refinementGoesByWhatFailedAndTheOriginalWords() {
        vendors.judges("YES", "NO", 4);

        batch("--max-iterations", "2");

        assertThat(vendors.asked(Task.REFINEMENT))
                .hasSize(2)
                .anySatisfy(body -> assertThat(body)
                        .contains("Is it calm?", "a fox in the snow", "Calm the sky")
                        .doesNotContain("Is there a fox?"));
        assertThat(vendors.orders()).anySatisfy(order -> assertThat(order).contains("a calm red fox, evening light"));
    }

    @Test
    void chatterIsNeverSentAsAPrompt() throws IOException {
        vendors.judges("YES", "NO", 4);
        vendors.says(Task.REFINEMENT, LoopVendors.refinement("Sure! Here is a better prompt: a fox"));

        Ending ending = batch("--max-iterations", "2");

        assertThat(ending.code()).as(ending.err()).isZero();
        assertThat(vendors.orders()).noneSatisfy(order -> assertThat(order).contains("Sure!"));
        assertThat(json("results/fox/iteration_1_evaluation.json")
                        .at("/refinement/objection")
                        .asText())
                .isEqualTo("chatter");
    }

    @Test
    void unreadableEvaluationIsNoScore() throws IOException {
        vendors.says(Task.EVALUATION, "I think it is lovely");

        Ending ending = batch("--max-iterations", "1");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(vendors.asked(Task.EVALUATION))
                .as("it was paid, so it is not asked again")
                .hasSize(2);
        JsonNode image = json("results/fox/iteration_1_results.json").at("/images/0");
        assertThat(image.path("score").isNull()).isTrue();
        assertThat(image.path("not_judged").asText()).isNotBlank();
        assertThat(json("results/fox/summary.json").path("best").isNull()).isTrue();
    }

    @Test
    void bestSoFarNeverFalls() throws IOException {
        vendors.judgesThen(LoopVendors.evaluation("YES", "NO", 7), LoopVendors.evaluation("NO", "NO", 2));

        batch("--max-iterations", "3", "--batch-size", "1");

        JsonNode steps = json("results/fox/summary.json").path("iterations");
        assertThat(steps).hasSize(2);
        assertThat(steps.at("/1/best_so_far").asDouble())
                .isEqualTo(steps.at("/0/best_so_far").asDouble());
        assertThat(json("results/fox/summary.json").path("stop_reason").asText())
                .isEqualTo("no_improvement");
    }

    @Test
    void everyRoundIsABranchThatCanBeRefinedByHand() throws IOException {
        batch("--max-iterations", "1");

        String label = json("results/fox/summary.json").at("/best/label").asText();
        String version = json("results/fox/summary.json").at("/best/version_id").asText();

        assertThat(label).isEqualTo("A");
        assertThat(run("refine", version, "make it warmer", "--provider", "local")
                        .code())
                .isZero();
    }

    @Test
    void folderOfAnotherBatchIsNotWrittenOver() {
        batch("--max-iterations", "1");

        Ending again = batch("--max-iterations", "1");

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("holds a batch already").contains("--resume");
    }

    @Test
    void resumedBatchPaysNothingAgain() {
        batch("--max-iterations", "1");
        int orders = vendors.orders().size();

        Ending again = batch("--max-iterations", "1", "--resume");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(vendors.orders()).hasSize(orders);
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(2);
    }

    @Test
    void folderInWhichAnotherProcessWorksIsLeftAlone() {
        BatchFolder out = new BatchFolder(folder.resolve("out"));
        out.prepare();
        Ending ending;
        try (FolderClaim claim = out.claim().orElseThrow()) {
            assertThat(claim).isNotNull();
            ending = batch("--max-iterations", "1");
        }

        assertThat(ending.code()).as(ending.err()).isEqualTo(ExitCodes.of(FailureCode.ALREADY_ACTIVE));
        assertThat(ending.err())
                .contains("Another process works on the batch in")
                .contains("--output-dir");
        assertThat(vendors.orders()).isEmpty();
        assertThat(batch("--max-iterations", "1").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--variants, 2, 'begun with 1, not with --variants 2'",
        "--max-iterations, 2, 'begun with 1, not with --max-iterations 2'",
        "--target, 0.5, 'begun with 0.85, not with --target 0.5'",
        "--size, 512x512, 'begun with 1024x1024, not with --size 512x512'",
        "--seed, 7, 'begun without it, not with --seed 7'",
        "--provider, local, 'begun without it, not with --provider local'",
    })
    void whatABatchWasBegunWithHoldsToItsEnd(String option, String value, String told) {
        batch("--max-iterations", "1");
        int orders = vendors.orders().size();

        Ending other = batch("--resume", option, value);

        assertThat(other.code()).as(other.err()).isEqualTo(ExitCodes.USAGE);
        assertThat(other.err()).contains(told);
        assertThat(vendors.orders()).hasSize(orders);
    }

    @Test
    void dryRunCountsTheEditsOfSomebodyWhoTakesMore() throws IOException {
        CommandRun run = run().with("PENTIMENTO_PROVIDERS_GENERATE", "local")
                .with("PENTIMENTO_PROVIDERS_EDIT", "openai")
                .with("PENTIMENTO_PROVIDERS_CRITIQUE", "local")
                .with("PENTIMENTO_PROVIDERS_WRITE", "local")
                .with("OPENAI_API_KEY", "sk-only-for-tests");

        JsonNode plan = JSON.readTree(
                run.run("batch", "prompts.json", "--output-dir", "out", "--dry-run", "--max-iterations", "2")
                        .out());

        assertThat(plan.at("/estimate/micro_usd").asLong()).isGreaterThan(2 * 10_000);
        assertThat(plan.at("/estimate/basis").asText()).isEqualTo("estimated");
    }

    @Test
    void dryRunOfAResumedBatchPricesWhatIsLeft() throws IOException {
        batch("--max-iterations", "1");

        Ending ending = batch("--max-iterations", "1", "--resume", "--dry-run");

        assertThat(ending.code()).as(ending.err()).isZero();
        JsonNode plan = JSON.readTree(ending.out());
        assertThat(plan.path("done").asInt()).isEqualTo(2);
        assertThat(plan.path("prompts")).isEmpty();
        assertThat(plan.at("/estimate/micro_usd").asLong()).isZero();
        assertThat(plan.at("/estimate/basis").asText()).isEqualTo("estimated");
    }

    @Test
    void batchOfAnotherHomeIsToldWithWhatToDo() {
        batch("--max-iterations", "1");

        Ending ending = batch("--resume", "--home", "elsewhere");

        assertThat(ending.code()).isNotZero();
        assertThat(ending.err()).contains("There is no batch '", "in this home", "--home");
    }

    @Test
    void whereSomethingIsWrongIsToldInTheEvaluation() throws IOException {
        vendors.says(Task.EVALUATION, LoopVendors.evaluation("YES", "NO", 4).replace("\"issues\": []", """
                "issues": [{"kind": "anatomy", "severity": "MAJOR", "description": "Five legs", "checkIds": ["c1"],
                            "box_2d": [100, 250, 300, 750]},
                           {"kind": "light", "severity": "MINOR", "description": "Harsh", "checkIds": []}]"""));

        batch("--max-iterations", "1");

        JsonNode issues = json("results/fox/iteration_1_evaluation.json").at("/evaluations/0/issues");
        assertThat(issues.at("/0/box"))
                .isEqualTo(JSON.readTree("{\"x\": 0.25, \"y\": 0.1, \"width\": 0.5, \"height\": 0.2}"));
        assertThat(issues.at("/1/box").isNull()).isTrue();
    }

    @Test
    void refinedPromptsAreFedBackAsTheyAre() throws IOException {
        vendors.judgesThen(LoopVendors.evaluation("NO", "NO", 2), LoopVendors.evaluation("YES", "NO", 4));
        batch("--max-iterations", "2", "--batch-size", "1");

        assertThat(json("refined_prompts.json").at("/prompts/0"))
                .isEqualTo(JSON.readTree("{\"id\": \"fox\", \"prompt\": \"a calm red fox, evening light\"}"));
        int orders = vendors.orders().size();

        Ending again = run("batch", "out/refined_prompts.json", "--output-dir", "again", "--max-iterations", "1");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(vendors.orders().subList(orders, vendors.orders().size()))
                .anySatisfy(order -> assertThat(order)
                        .contains("\"prompt\":\"a calm red fox, evening light\"")
                        .doesNotContain("Title", "snow"));
    }

    @Test
    void refiningIsHeldAgainstMakingAsManyAtOnce() throws IOException {
        vendors.judges("YES", "NO", 4);
        batch("--variants", "1", "--max-iterations", "2");
        run("batch", "prompts.json", "--output-dir", "once", "--variants", "2", "--max-iterations", "1");

        JsonNode budgets = JSON.readTree(run("report", "out", "once").out()).path("equal_budgets");

        assertThat(budgets).hasSize(2);
        assertThat(budgets.at("/0/runs_refined").asInt()).isZero();
        assertThat(budgets.at("/0/runs_best_of_n").asInt()).isEqualTo(4);
        assertThat(budgets.at("/1/runs_refined").asInt()).isEqualTo(2);
        assertThat(budgets.at("/1/runs_best_of_n").asInt()).isEqualTo(2);
    }

    @Test
    void imagesOfNoTrainedModelAreSimulatedWhoeverJudges() throws IOException {
        batch("--provider", "local", "--size", "128x128", "--max-iterations", "1");

        assertThat(vendors.asked(Task.EVALUATION)).hasSize(2);
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Simulated: no trained model made these images.");
        assertThat(JSON.readTree(run("report", "out").out()).path("simulated").asBoolean())
                .isTrue();
    }

    @Test
    void imagesOfATrainedModelAreNotSimulated() throws IOException {
        batch("--max-iterations", "1");

        assertThat(Files.readString(folder.resolve("out/report.html"))).doesNotContain("Simulated");
        assertThat(JSON.readTree(run("report", "out").out())
                        .path("simulated_runs")
                        .asInt())
                .isZero();
    }

    @Test
    void modelThatNobodyHasIsRefusedBeforeAnythingIsBegun() throws IOException {
        Files.writeString(folder.resolve("prompts.json"), """
                {"model": "fal-ai/none", "prompts": [{"id": "fox", "prompt": "a red fox"}, {"id": "owl", "prompt": "an owl"},
                 {"id": "elk", "prompt": "an elk", "model": "fal-ai/flux/dev/image-to-image"},
                 {"id": "bee", "prompt": "a bee", "model": "fal-ai/fast-lightning-sdxl"}]}""");

        for (Ending ending : List.of(batch("--dry-run"), batch())) {
            assertThat(ending.code()).as(ending.err()).isEqualTo(ExitCodes.USAGE);
            assertThat(ending.err())
                    .contains(
                            "prompts 'fox', 'owl', field 'model': ", "fal-ai/none", "Known: fal-ai/fast-lightning-sdxl")
                    .doesNotContain("'bee'");
        }
        assertThat(vendors.orders()).isEmpty();
        assertThat(folder.resolve("out/batch_summary.json")).doesNotExist();
    }

    @Test
    void modelIsMadeByTheConfiguredProviderThatHasIt() throws IOException {
        Files.writeString(folder.resolve("prompts.json"), """
                {"prompts": [{"id": "fox", "prompt": "a red fox", "model": "gemini-3.1-flash-image"}, {"id": "owl", "prompt": "an owl"}]}""");

        JsonNode plan = JSON.readTree(run().with("PENTIMENTO_PROVIDERS_GENERATE", "fal, gemini")
                .run("batch", "prompts.json", "--output-dir", "out", "--dry-run")
                .out());

        assertThat(plan.at("/prompts/0/generator").asText()).isEqualTo("gemini");
        assertThat(plan.at("/prompts/0/model").asText()).isEqualTo("gemini-3.1-flash-image");
        assertThat(plan.at("/prompts/1/generator").asText()).isEqualTo("fal");
    }

    @Test
    void modelThatNoneOfSeveralProvidersIsKnownToHaveIsRefusedNamingThem() throws IOException {
        Files.writeString(folder.resolve("prompts.json"), """
                {"prompts": [{"id": "fox", "prompt": "a red fox", "model": "fal-ai/none"}]}""");

        Ending ending = run().with("PENTIMENTO_PROVIDERS_GENERATE", "fal, gemini")
                .run("batch", "prompts.json", "--output-dir", "out", "--dry-run");

        assertThat(ending.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(ending.err())
                .contains("none of the configured providers (fal, gemini) is known to have it, so the first was asked");
    }

    @Test
    void dryRunAsksNobody() throws IOException {
        Ending ending = batch("--dry-run", "--variants", "2");

        assertThat(ending.code()).as(ending.err()).isZero();
        JsonNode plan = JSON.readTree(ending.out());
        assertThat(plan.at("/prompts/0/generator").asText()).isEqualTo("fal");
        assertThat(plan.at("/prompts/0/family").asText()).isEqualTo("sdxl");
        assertThat(plan.at("/prompts/0/images").asInt()).isEqualTo(6);
        assertThat(plan.path("critic").asText()).isEqualTo("gemini");
        assertThat(vendors.orders()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
