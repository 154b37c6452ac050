package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import dev.pentimento.testkit.paid.Answer;
import dev.pentimento.testkit.paid.PaidServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that cost money: what becomes of failures, limits and unknown outcomes, and what it all cost. */
class PaidJobsTest {
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
    void unknownOutcomeIsVisibleAndAskedAgainOnlyByWhoAcceptsTheCharge() throws IOException, InterruptedException {
        home.server.next(Answer.resetAfterReading());

        ProgramRun lost = home.run("refine", "logo.png", "warmer", "--json");
        String job = PaidHome.error(lost).get("job_id").asText();
        JsonNode listed = home.json("jobs").at("/jobs/0");
        ProgramRun refused = home.run("retry", job, "--json");
        int asked = home.server.billing().requests().size();
        JsonNode retried = home.json("retry", job, "--accept-possible-charge");
        JsonNode costs = home.json("cost").get("total");

        assertThat(lost.exitCode()).isEqualTo(6);
        assertThat(lost.err()).contains("pentimento retry %s --accept-possible-charge".formatted(job));
        assertThat(listed.at("/failure/code").asText()).isEqualTo("outcome_unknown");
        assertThat(listed.at("/cost/basis").asText()).isEqualTo("unknown");
        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(asked).isEqualTo(1);
        assertThat(retried.get("status").asText()).isEqualTo("completed");
        assertThat(retried.at("/cost/micro_usd").isNull()).isTrue();
        assertThat(home.server.billing().billed()).isEqualTo(2);
        assertThat(costs.get("calls").asInt()).isEqualTo(2);
        assertThat(costs.get("reported_micro_usd").asLong()).isEqualTo(PaidServer.PRICE_MICRO_USD);
        assertThat(costs.get("unknown_calls").asInt()).isEqualTo(1);
        assertThat(costs.get("possible_micro_usd").asLong()).isEqualTo(PaidServer.PRICE_MICRO_USD);
    }

    @Test
    void failedJobIsRetriedAndPaidOnce() throws IOException, InterruptedException {
        home.server.next(Answer.moderated());

        ProgramRun failed = home.run("refine", "logo.png", "warmer", "--json");
        String job = PaidHome.error(failed).get("job_id").asText();
        JsonNode retried = home.json("retry", job, "-o", "out.png");

        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(retried.get("job_id").asText()).isEqualTo(job);
        assertThat(folder.resolve("out.png")).isNotEmptyFile();
        assertThat(home.json("jobs", job).get("calls").findValuesAsText("status"))
                .containsExactly("failed", "done");
        assertThat(home.run("retry", job).exitCode()).isEqualTo(2);
        assertThat(home.server.billing().billed()).isEqualTo(1);
    }

    @Test
    void candidateThatIsRefusedIsToldAndTheOthersAreKept() throws IOException, InterruptedException {
        home.server.next(Answer.image(), Answer.moderated(), Answer.image());

        JsonNode made = home.json("refine", "logo.png", "warmer", "--candidates", "3");

        assertThat(made.get("versions")).hasSize(2);
        assertThat(made.at("/failures/0/code").asText()).isEqualTo("refused");
        assertThat(made.at("/cost/micro_usd").asLong()).isEqualTo(2 * PaidServer.PRICE_MICRO_USD);
    }

    @Test
    void jobBesideAnotherIsRefusedWhereOneIsAllowed() throws IOException, InterruptedException {
        home.set("LIMITS_LOCAL_ACTIVE_PER_USER", "1")
                .server
                .otherwise(Answer.image().gate(gate));
        Started running = home.start("refine", "logo.png", "warmer", "--json");
        home.server.billing().awaitRequests(1);

        ProgramRun second = home.run("refine", "logo.png", "darker", "--json");
        gate.countDown();
        JsonNode first = PaidHome.tree(home.await(running).out());

        assertThat(second.exitCode()).isEqualTo(5);
        assertThat(PaidHome.error(second).get("code").asText()).isEqualTo("already_active");
        assertThat(PaidHome.error(second).get("job_id")).isEqualTo(first.get("job_id"));
        assertThat(second.err())
                .contains("pentimento cancel " + first.get("job_id").asText());
        assertThat(home.server.billing().billed()).isEqualTo(1);
    }

    @Test
    void quotaOfTheMonthAndBudgetsEndWithTheirExitCode() throws IOException, InterruptedException {
        home.set("LIMITS_LOCAL_REFINE_PER_MONTH", "1").json("refine", "logo.png", "warmer");

        ProgramRun used = home.run("refine", "logo.png", "darker", "--json");
        home.set("LIMITS_LOCAL_REFINE_PER_MONTH", "9").set("BUDGET_PER_JOB_USD", "0.01");
        ProgramRun dear = home.run("refine", "logo.png", "darker", "--json");

        assertThat(used.exitCode()).isEqualTo(5);
        assertThat(used.err()).contains("there are new ones from ", "limits.local.refine-per-month");
        assertThat(PaidHome.error(used).get("code").asText()).isEqualTo("quota_exhausted");
        assertThat(dear.exitCode()).isEqualTo(5);
        assertThat(dear.err()).contains("budget.per-job-usd");
        assertThat(home.server.billing().requests()).hasSize(1);
    }
}
