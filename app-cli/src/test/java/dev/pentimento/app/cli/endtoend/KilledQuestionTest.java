package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.batch.LoopVendors;
import dev.pentimento.app.cli.batch.LoopVendors.Task;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that asks for money's worth is killed, or told to end, between the question and its answer. */
class KilledQuestionTest {
    private static final String[] EVALUATE = {"evaluate", "disc.png", "--prompt", "a brown disc", "--json"};
    private static final String[] ONCE_MORE = {
        "evaluate", "disc.png", "--prompt", "a brown disc", "--json", "--accept-possible-charge"
    };

    @TempDir
    private Path folder;

    private final LoopVendors vendors = new LoopVendors();

    @BeforeEach
    void thereIsAnImage() throws IOException {
        TestPictures.twoColours(folder.resolve("disc.png"));
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

    private ProgramRun run(String... arguments) throws IOException, InterruptedException {
        return ProgramRun.await(start(arguments), folder);
    }

    private Started asked() throws IOException, InterruptedException {
        Started started = start(EVALUATE);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (vendors.asked(Task.EVALUATION).isEmpty()) {
            assertThat(System.nanoTime()).as("it never came to that").isLessThan(deadline);
            assertThat(started.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended early")
                    .isFalse();
        }
        return started;
    }

    @Test
    void questionIsNotAskedAgainBeforeSomebodyAcceptsToPayTwice() throws IOException, InterruptedException {
        vendors.isSilentAbout(Task.EVALUATION);
        asked().process().destroyForcibly().waitFor();
        vendors.judges("YES", "YES", 9);

        ProgramRun second = run(EVALUATE);

        assertThat(second.exitCode()).as(second.err() + second.out()).isEqualTo(6);
        assertThat(second.err()).contains("--accept-possible-charge");
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(1);
        ProgramRun third = run(ONCE_MORE);
        assertThat(third.exitCode()).as(third.err()).isZero();
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(2);
        assertThat(vendors.asked(Task.CHECKLIST)).as("its answer was kept").hasSize(1);
        assertThat(run(EVALUATE).exitCode()).isZero();
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(2);
    }

    @Test
    void answerThatComesAfterCtrlCIsKept() throws IOException, InterruptedException {
        vendors.answersLate(Task.EVALUATION, LoopVendors.evaluation("YES", "YES", 9), 3_000);
        Started started = asked();
        started.send("INT");
        started.awaitLine("nothing new is asked");

        ProgramRun interrupted = ProgramRun.await(started, folder);
        ProgramRun again = run(EVALUATE);

        assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(again.out())
                        .at("/cost/micro_usd")
                        .asLong())
                .isZero();
        assertThat(vendors.asked(Task.EVALUATION)).hasSize(1);
    }
}
