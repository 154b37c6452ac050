package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.batch.LoopVendors;
import dev.pentimento.app.cli.batch.LoopVendors.Task;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose process is killed goes on in another one, and whoever was paid is not paid again. */
class KilledBatchTest {
    private static final String[] BATCH = {
        "batch", "prompts.json", "--output-dir", "out", "--max-iterations", "1", "--json"
    };
    private static final String[] RESUME = {
        "batch", "prompts.json", "--output-dir", "out", "--max-iterations", "1", "--json", "--resume"
    };

    @TempDir
    private Path folder;

    private final LoopVendors vendors = new LoopVendors();

    @BeforeEach
    void thereIsAPrompt() throws IOException {
        Files.writeString(
                folder.resolve("prompts.json"), "{\"prompts\": [{\"id\": \"fox\", \"prompt\": \"a red fox\"}]}");
    }

    @AfterEach
    void close() {
        vendors.close();
    }

    private Started start(String... arguments) throws IOException {
        Map<String, String> environment = new HashMap<>(vendors.environment());
        environment.put("PENTIMENTO_HOME", folder.resolve("home").toString());
        return ProgramRun.startPentimento(folder, environment, List.of(), arguments);
    }

    private void killWhen(Started started, BooleanSupplier moment) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!moment.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came to that").isLessThan(deadline);
            assertThat(started.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended early")
                    .isFalse();
        }
        started.process().destroyForcibly().waitFor();
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("out/batch_summary.json").toFile());
    }

    @Test
    void imagesThatWereOrderedAreFetchedAndNotOrderedAgain() throws IOException, InterruptedException {
        vendors.falIs("IN_PROGRESS");
        killWhen(start(BATCH), () -> vendors.looks() > 1);
        vendors.falIs("COMPLETED");

        ProgramRun resumed = ProgramRun.await(start(RESUME), folder);

        assertThat(resumed.exitCode()).as(resumed.err() + resumed.out()).isZero();
        assertThat(vendors.orders()).hasSize(1);
        assertThat(summary().at("/prompts/0/status").asText()).isEqualTo("done");
    }

    @Test
    void questionThatWasAskedIsNotAskedAgainAndTheImageIsNotJudged() throws IOException, InterruptedException {
        vendors.isSilentAbout(Task.EVALUATION);
        killWhen(start(BATCH), () -> !vendors.asked(Task.EVALUATION).isEmpty());
        vendors.judges("YES", "YES", 9);

        ProgramRun resumed = ProgramRun.await(start(RESUME), folder);

        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(1);
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(1);
        assertThat(vendors.orders()).hasSize(1);
        assertThat(summary().at("/prompts/0/message").asText()).contains("not paid twice");
        assertThat(folder.resolve("out/results/fox/iteration_1.jpg"))
                .as("the image is kept")
                .isNotEmptyFile();
    }

    @Test
    void whatWasOrderedBeforeCtrlCIsKeptAndNothingNewIsBegun() throws IOException, InterruptedException {
        vendors.falIs("IN_PROGRESS");
        Started started = start(BATCH);
        awaitLook(started);
        started.send("INT");
        started.awaitLine("nothing new is begun");
        vendors.falIs("COMPLETED");

        ProgramRun interrupted = ProgramRun.await(started, folder);

        assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
        assertThat(summary().at("/prompts/0/stop_reason").asText()).isEqualTo("canceled");
        assertThat(summary().path("status").asText()).isEqualTo("canceled");
        assertThat(summary().path("canceled").asInt()).isEqualTo(1);
        assertThat(folder.resolve("out/results/fox/iteration_1.jpg")).isNotEmptyFile();
        assertThat(vendors.asked(Task.EVALUATION)).isEmpty();
        assertThat(ProgramRun.await(start(RESUME), folder).exitCode()).isZero();
        assertThat(vendors.orders()).hasSize(1);
    }

    private void awaitLook(Started started) throws InterruptedException {
        while (vendors.looks() < 1) {
            assertThat(started.process().waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
