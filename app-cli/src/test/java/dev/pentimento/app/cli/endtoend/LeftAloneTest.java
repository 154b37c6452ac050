package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import dev.pentimento.testkit.paid.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that outlive the run that submitted them. */
class LeftAloneTest {
    @TempDir
    private Path folder;

    private final CountDownLatch gate = new CountDownLatch(1);
    private PaidHome home;

    @BeforeEach
    void open() throws IOException {
        home = new PaidHome(folder);
    }

    @AfterEach
    void close() {
        gate.countDown();
        home.close();
    }

    @Test
    void workGoesOnInTheBackgroundAndItsWorkerEndsByItself() throws IOException, InterruptedException {
        home.server.otherwise(Answer.image().gate(gate));
        ProgramRun submitted = home.run("refine", "logo.png", "warmer", "--async");
        String job = submitted.out().strip();
        home.server.billing().awaitRequests(1);

        JsonNode under = home.json("jobs", job);
        gate.countDown();
        JsonNode made = home.json("watch", job, "-o", "out.png");

        assertThat(submitted.exitCode()).as(submitted.err()).isZero();
        assertThat(submitted.out()).matches("[0-9a-f-]{36}\n");
        assertThat(under.get("status").asText()).isEqualTo("processing");
        assertThat(under.get("worked_on").asBoolean()).isTrue();
        assertThat(made.get("status").asText()).isEqualTo("completed");
        assertThat(made.at("/versions/0/label").asText()).isEqualTo("A1");
        assertThat(folder.resolve("out.png")).isNotEmptyFile();
        home.awaitNoWorker();
        assertThat(home.server.billing().billed()).isEqualTo(1);
    }

    @Test
    void severalWorkersShareTheWorkAndPayForNothingTwice() throws IOException, InterruptedException {
        List<Started> workers = List.of(home.start("work", "--keep"), home.start("work", "--keep"));
        for (Started worker : workers) {
            worker.awaitLine("0 under way");
        }
        List<String> jobs = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            ProgramRun submitted = home.run("refine", "logo.png", "number " + i, "--async", "--quiet");
            assertThat(submitted.err()).isEmpty();
            jobs.add(submitted.out().strip());
        }

        for (String job : jobs) {
            assertThat(home.json("watch", job).get("status").asText()).isEqualTo("completed");
        }
        for (Started worker : workers) {
            worker.send("TERM");
            assertThat(home.await(worker).exitCode()).isEqualTo(143);
        }

        assertThat(home.server.billing().billedByPrompt().values()).hasSize(4).containsOnly(1);
        assertThat(home.json("cost").at("/total/reported_micro_usd").asLong())
                .isEqualTo(home.server.billing().total());
        assertThat(home.json("jobs").get("worked_on").asBoolean()).isFalse();
    }

    @Test
    void jobOfAWorkerThatWasKilledIsTakenUpByTheNextWithoutPayingAgain() throws IOException, InterruptedException {
        home.queueing().server.otherwise(Answer.image().gate(gate));
        Started worker = home.start("work", "--keep");
        home.awaitWorker();
        String job = home.run("refine", "logo.png", "warmer", "--async").out().strip();
        Started watcher = home.start("watch", job);
        watcher.awaitLine("Accepted by paid");

        worker.process().destroyForcibly().waitFor();
        watcher.awaitLine("Nobody works on it; to go on with it: pentimento work");
        gate.countDown();
        ProgramRun next = home.run("work", "--json");

        assertThat(PaidHome.tree(next.out()).get("waiting").asInt()).isZero();
        assertThat(home.await(watcher).exitCode()).isZero();
        assertThat(home.newestJob().get("attempt").asInt()).isEqualTo(2);
        assertThat(home.server.billing().billed()).isEqualTo(1);
    }

    @Test
    void runningJobIsCalledOffByAnotherProcess() throws IOException, InterruptedException {
        home.server.otherwise(Answer.hang());
        Started running = home.start("refine", "logo.png", "warmer", "--json");
        home.server.billing().awaitRequests(1);
        String job = home.newestJob().get("job_id").asText();

        JsonNode first = home.json("cancel", job);
        JsonNode second = home.json("cancel", job.substring(0, 13));
        ProgramRun ended = home.await(running);

        assertThat(first.get("status").asText()).isEqualTo("canceled");
        assertThat(second).isEqualTo(first);
        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(PaidHome.error(ended).get("job_id").asText()).isEqualTo(job);
        assertThat(home.json("jobs", job).at("/calls/0/billing").asText()).isEqualTo("unknown");
    }

    @Test
    void terminationLeavesTheJobToOthersWhoGoOnWhereItWas() throws IOException, InterruptedException {
        home.queueing().server.otherwise(Answer.image().gate(gate));
        Started running = home.start("refine", "logo.png", "warmer", "--json");
        running.awaitLine("Accepted by paid");

        running.send("TERM");
        ProgramRun ended = home.await(running);
        gate.countDown();
        home.run("work");

        JsonNode left = PaidHome.tree(ended.out());
        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(ended.err()).contains("Go on with it: pentimento work, watch it: pentimento watch ");
        assertThat(left.get("status").asText()).isEqualTo("pending");
        assertThat(home.json("jobs", left.get("job_id").asText()).get("status").asText())
                .isEqualTo("completed");
        assertThat(home.server.billing().billed()).isEqualTo(1);
    }

    @Test
    void callThatIsUnderWayMayFinishWhenTheRunIsTerminated() throws IOException, InterruptedException {
        home.server.otherwise(Answer.image().gate(gate));
        Started running = home.start("refine", "logo.png", "warmer", "--json");
        home.server.billing().awaitRequests(1);

        running.send("TERM");
        running.awaitLine("Ending; a call under way has 30 seconds to finish");
        gate.countDown();
        ProgramRun ended = home.await(running);

        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(PaidHome.tree(ended.out()).get("status").asText()).isEqualTo("completed");
        assertThat(home.server.billing().billed()).isEqualTo(1);
    }

    @Test
    void interruptOfAWatcherLeavesTheJobAlone() throws IOException, InterruptedException {
        home.server.otherwise(Answer.image().gate(gate));
        String job = home.run("refine", "logo.png", "warmer", "--async").out().strip();
        home.server.billing().awaitRequests(1);
        Started watcher = home.start("watch", job);
        watcher.awaitLine("Asked paid");

        watcher.send("INT");
        ProgramRun ended = home.await(watcher);
        gate.countDown();

        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(ended.err()).contains("the job goes on");
        assertThat(home.json("watch", job).get("status").asText()).isEqualTo("completed");
        home.awaitNoWorker();
    }
}
