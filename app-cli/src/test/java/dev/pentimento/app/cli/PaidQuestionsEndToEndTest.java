package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.batch.LoopVendors;
import dev.pentimento.app.cli.batch.LoopVendors.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the loop alone, by a provider that takes money: from arguments to the wire, and what is left in the books. */
class PaidQuestionsEndToEndTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final LoopVendors vendors = new LoopVendors();

    @BeforeEach
    void thereAreAnImageAndPrompts() throws IOException {
        assertThat(run("generate", "a fox in the woods", "--provider", "local", "--size", "256x256", "-o", "fox.png")
                        .code())
                .isZero();
        Files.writeString(folder.resolve("prompts.json"), """
                {"prompts": [{"id": "boat", "scene": "a boat on a lake"}, {"id": "owl", "scene": "an owl"},
                             {"id": "fox", "prompt": "a red fox"}]}""");
        vendors.says(Task.PROMPT, "{\"prompt\": \"a small boat on a still lake\"}");
    }

    @AfterEach
    void close() {
        vendors.close();
    }

    private CommandRun run() {
        CommandRun run = new CommandRun(folder, ConfiguredHome::from)
                .with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .with("HOME", folder.toString())
                .with("PENTIMENTO_HOME", folder.resolve("home").toString());
        vendors.environment().forEach(run::with);
        return run;
    }

    private Ending run(String... arguments) {
        return run().run(arguments);
    }

    private JsonNode ok(String... arguments) throws IOException {
        Ending ending = run(arguments);
        assertThat(ending.code()).as(ending.err()).isZero();
        return JSON.readTree(ending.out());
    }

    private Ending evaluate(String... more) {
        return run(Stream.concat(Stream.of("evaluate", "fox.png", "--prompt", "a fox"), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void theConfiguredOneJudgesAndItsPriceIsToldAndBooked() throws IOException {
        JsonNode judged = ok("evaluate", "fox.png", "--prompt", "a fox");

        assertThat(judged.path("critic").asText()).isEqualTo("gemini");
        assertThat(judged.path("writer").asText()).isEqualTo("gemini");
        assertThat(judged.at("/cost/micro_usd").asLong()).isPositive();
        assertThat(judged.at("/cost/basis").asText()).isEqualTo("reported");
        JsonNode jobs = ok("jobs");
        assertThat(jobs.path("jobs")).hasSize(3);
        assertThat(jobs.at("/jobs/0").path("work").path("type").asText()).isEqualTo("ask");
        assertThat(jobs.at("/jobs/0").path("work").path("topic").asText()).isEqualTo("evaluation");
        assertThat(jobs.at("/jobs/0/status").asText()).isEqualTo("completed");
        JsonNode costs = ok("cost");
        assertThat(costs.at("/total/reported_micro_usd").asLong())
                .isEqualTo(judged.at("/cost/micro_usd").asLong());
    }

    @Test
    void secondTimeNobodyIsAskedAndNothingIsPaid() throws IOException {
        JsonNode first = ok("evaluate", "fox.png", "--prompt", "a fox");

        JsonNode second = ok("evaluate", "fox.png", "--prompt", "a fox");

        assertThat(second.path("checks")).isEqualTo(first.path("checks"));
        assertThat(second.at("/cost/micro_usd").asLong()).isZero();
        assertThat(vendors.asked(Task.CHECKLIST)).hasSize(1);
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(1);
        assertThat(evaluate("--again").code()).isZero();
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(2);
    }

    @Test
    void embeddedOneIsAskedWhereItIsNamed() throws IOException {
        JsonNode judged = ok("evaluate", "fox.png", "--prompt", "a fox", "--provider", "local");

        assertThat(judged.path("critic").asText()).isEqualTo("local");
        assertThat(judged.at("/cost/micro_usd").asLong()).isZero();
        assertThat(vendors.asked(Task.EVALUATION)).isEmpty();
        assertThat(ok("jobs").path("jobs")).as("the fox").hasSize(1);
    }

    @Test
    void whoeverCannotJudgeSaysSo() {
        Ending ending = evaluate("--provider", "fal");

        assertThat(ending.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(ending.err()).contains("Provider 'fal' does not judge images", "gemini");
    }

    @Test
    void promptIsImprovedForThreeAnswersAndOnlyOneMoreAfterAJudgement() throws IOException {
        ok("evaluate", "fox.png", "--prompt", "a fox");

        JsonNode improved = ok("improve-prompt", "fox.png", "a fox");

        assertThat(improved.path("refined_prompt").asText()).isEqualTo("a calm red fox, evening light");
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(1);
        assertThat(vendors.asked(Task.REFINEMENT)).hasSize(1);
    }

    @Test
    void promptsAreWrittenAndWhatWasPaidBeforeAFailureIsNotPaidAgain() throws IOException {
        vendors.says(Task.PROMPT, "{\"prompt\": \"a small boat on a still lake\"}");
        vendors.refusesAbout(Task.PROMPT, "an owl", 403, "{\"error\": {\"code\": 403, \"message\": \"no\"}}");
        Ending failed = run("prompts", "fill", "prompts.json");
        assertThat(failed.code()).as(failed.err()).isEqualTo(ExitCodes.ACCESS);
        assertThat(folder.resolve("prompts.filled.json")).doesNotExist();
        vendors.saysAbout(Task.PROMPT, "an owl", "{\"prompt\": \"an owl on a branch\"}");

        JsonNode filled = ok("prompts", "fill", "prompts.json");

        assertThat(filled.path("written")).hasSize(2);
        assertThat(filled.at("/written/1/prompt").asText()).isEqualTo("an owl on a branch");
        assertThat(vendors.asked(Task.PROMPT).stream().filter(body -> body.contains("a boat on a lake")))
                .hasSize(1);
    }

    @Test
    void answerThatIsNoPromptIsAnErrorOfItsPromptAlone() throws IOException {
        vendors.saysAbout(Task.PROMPT, "an owl", "{\"prompt\": \"Sure! Here is your prompt: an owl\"}");

        Ending ending = run("prompts", "fill", "prompts.json");

        assertThat(ending.code()).isEqualTo(ExitCodes.FAILURE);
        assertThat(ending.err().lines().filter(line -> line.startsWith("pentimento:")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("prompt 'owl': gemini wrote no prompt", "--again"));
        JsonNode told = JSON.readTree(ending.out());
        assertThat(told.path("written")).hasSize(1);
        assertThat(told.at("/failures/0/id").asText()).isEqualTo("owl");
        assertThat(told.at("/failures/0/code").asText()).isEqualTo("unintelligible");
        assertThat(told.at("/cost/micro_usd").asLong()).isPositive();
        JsonNode file = JSON.readTree(folder.resolve("prompts.filled.json").toFile());
        assertThat(file.at("/prompts/0/prompt").asText()).isEqualTo("a small boat on a still lake");
        assertThat(file.at("/prompts/1/prompt").asText()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereNoAnswerIsAPrompt() throws IOException {
        vendors.says(Task.PROMPT, "{\"prompt\": \"Sure! Here is your prompt: an owl\"}");

        Ending ending = run("prompts", "fill", "prompts.json", "--json");

        assertThat(ending.code()).isEqualTo(ExitCodes.FAILURE);
        assertThat(JSON.readTree(ending.out()).path("file").isNull()).isTrue();
        assertThat(folder.resolve("prompts.filled.json")).doesNotExist();
    }

    @Test
    void budgetHoldsForAllOfTheCommand() {
        Ending ending = evaluate("--budget", "0");

        assertThat(ending.code()).as(ending.err()).isEqualTo(ExitCodes.QUOTA);
        assertThat(ending.err()).contains("--budget");
        assertThat(vendors.asked(Task.CHECKLIST)).isEmpty();
    }

    @Test
    void budgetOfTheDayHoldsToo() {
        Ending ending =
                run().with("PENTIMENTO_BUDGET_PER_DAY_USD", "0.00001").run("evaluate", "fox.png", "--prompt", "a fox");

        assertThat(ending.code()).as(ending.err()).isEqualTo(ExitCodes.QUOTA);
        assertThat(ending.err()).contains("budget.per-day-usd");
        assertThat(vendors.asked(Task.CHECKLIST)).isEmpty();
    }

    @Test
    void unknownOutcomeEndsWithItsOwnCodeAndSaysWhatToDo() {
        vendors.refuses(Task.EVALUATION, 504, "gateway");

        Ending first = evaluate();
        Ending second = evaluate();

        assertThat(List.of(first.code(), second.code())).as(first.err()).containsOnly(ExitCodes.OUTCOME_UNKNOWN);
        assertThat(first.err()).contains("--accept-possible-charge");
        assertThat(second.err()).contains("was asked this before", "--accept-possible-charge");
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(1);
        assertThat(run().onTerminal().run("jobs").out()).contains("outcome unknown", "evaluation: Prompt: a fox");
        vendors.judges("YES", "YES", 9);
        assertThat(evaluate("--accept-possible-charge").code()).isZero();
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(2);
        assertThat(vendors.asked(Task.CHECKLIST)).hasSize(1);
    }

    @Test
    void retryOfAQuestionPointsAtItsCommand() throws IOException {
        vendors.refuses(Task.EVALUATION, 504, "gateway");
        evaluate();
        String job = ok("jobs").at("/jobs/0/job_id").asText();

        Ending ending = run("retry", job, "--accept-possible-charge");

        assertThat(ending.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(ending.err()).contains("asked by hand");
    }

    @Test
    void peopleReadWhatItCost() {
        Ending ending = run().onTerminal().run("evaluate", "fox.png", "--prompt", "a fox");

        assertThat(ending.err()).contains("Asking gemini for a checklist, for about $0.00", "for a judgement");
        assertThat(ending.out()).contains("judged by gemini", "it cost $0.000", "(reported)");
    }
}
