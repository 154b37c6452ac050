package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.ports.in.RefineImage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of jobs that nobody waits for, and of those that are not accepted or not made to the full. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SubmissionTest extends JobScene {

    @Test
    void jobThatIsLeftAloneIsNamedAndNothingElse() {
        Ending ending = here().run("refine", "cat.png", "warmer", "--async");

        assertThat(ending.out()).isEqualTo(FIRST + "\n");
        assertThat(ending.err()).isEqualTo("Watch it: pentimento watch " + FIRST + "\n");
        assertThat(ending.code()).isZero();
        assertThat(home.working).isEqualTo(Working.ON_NOTHING);
    }

    @Test
    void jobsThatEarlierRunsLeftLyingAreToldOfAfterTheOwnOne() {
        Job left = accept("warmer");
        home.bench.tickets.put(left.id(), ticket(left));
        String wayOn = "Nobody works on job %s of an earlier run; to go on with it: pentimento work\n".formatted(FIRST);

        Ending ending = later("refine", "cat.png", "colder");

        assertThat(ending.err()).endsWith(wayOn);
        assertThat(ending.code()).isZero();
        assertThat(later("generate", "a fox").err()).endsWith(wayOn);
        assertThat(later("refine", "cat.png", "colder", "--quiet").err()).isEmpty();
        home.workedOn = true;
        assertThat(later("refine", "cat.png", "colder").err()).doesNotContain("earlier run");
    }

    private Ending later(String... arguments) {
        return here().at(FakeWorkbench.START.plusSeconds(6)).run(arguments);
    }

    @Test
    void howTheJobGoesOnIsToldThatIsInTheWay() {
        Job left = accept("warmer");
        home.bench.tickets.put(left.id(), ticket(left));
        home.bench.answer = new RefineImage.AlreadyActive(left);

        Ending ending = later("refine", "cat.png", "colder");

        assertThat(ending.err()).endsWith("Nobody works on it; to go on with it: pentimento work\n");
        assertThat(ending.code()).isNotZero();
    }

    @Test
    void jobThatIsLeftAloneIsADocumentWhenJsonIsAskedFor() throws IOException {
        assertThat(json("generate", "a fox", "--async", "--json"))
                .isEqualTo(tree("{\"job_id\": \"%s\", \"status\": \"processing\", \"concept_id\": \"%s\"}"
                        .formatted(FIRST, FakeWorkbench.CONCEPT)));
    }

    @Test
    void workerIsStartedForItOnTheSameHomeWithTheSameSettings() {
        here().run("refine", "cat.png", "warmer", "--async", "--home", "there", "--config", "mine.yml");

        assertThat(started)
                .containsExactly(List.of("work", "--single", "--quiet", "--home", "there", "--config", "mine.yml"));
    }

    @Test
    void noWorkerIsStartedWhereOneIsAtWork() {
        home.workedOn = true;

        here().run("refine", "cat.png", "warmer", "--async");

        assertThat(started).isEmpty();
    }

    @Test
    void whoWaitsStartsNoWorker() {
        here().run("refine", "cat.png", "warmer");

        assertThat(started).isEmpty();
        assertThat(home.working).isEqualTo(Working.ON_OWN_JOBS);
    }

    @Test
    void workerThatCannotBeStartedIsNoFailureOfTheJob() {
        Ending ending = here().starting(arguments -> {
                    throw new IOException("no java");
                })
                .run("refine", "cat.png", "warmer", "--async");

        assertThat(ending.out()).isEqualTo(FIRST + "\n");
        assertThat(ending.err()).contains("No worker could be started (no java); start one with: pentimento work");
        assertThat(ending.code()).isZero();
    }

    @Test
    void whoDoesNotWaitGetsNoFile() {
        Ending ending = here().run("refine", "cat.png", "warmer", "--async", "-o", "out.png");

        assertThat(ending.err())
                .startsWith("pentimento: --async does not wait for the image that -o is to write; get it later with:");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(home.opened).isFalse();
    }

    @Test
    void runningJobIsNamedWhenNoOtherIsAllowed() throws IOException {
        Job running = accept("make it warmer");
        home.bench.answer = new RefineImage.AlreadyActive(running);

        Ending ending = here().run("refine", "cat.png", "darker");

        assertThat(ending.code()).isEqualTo(5);
        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: No further job may be under way beside %s (processing, \"make it warmer\"); watch it: pentimento watch %s, call it off: pentimento cancel %s, or raise limits.local.active-per-user\n"
                                .formatted(FIRST, FIRST, FIRST));
        JsonNode error = json("refine", "cat.png", "darker", "--json").get("error");
        assertThat(error.get("code").asText()).isEqualTo("already_active");
        assertThat(error.get("job_id").asText()).isEqualTo(FIRST);
        assertThat(home.bench.closed).isTrue();
    }

    @Test
    void whenAQuotaBeginsAnewIsTold() {
        Quota quota = new Quota(UserId.LOCAL, WorkKind.REFINE, YearMonth.of(2026, 11));
        home.bench.answer = new RefineImage.QuotaExhausted(quota, 10);

        Ending ending = here().run("refine", "cat.png", "darker", "--async");

        assertThat(ending.code()).isEqualTo(5);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: All refinements of November 2026 are used up (10); there are new ones from 2026-12-01 00:00 UTC, or raise limits.local.refine-per-month\n");
        assertThat(started).isEmpty();
    }

    @Test
    void whatToDoWhenTooManyJobsWaitIsTold() throws IOException {
        home.bench.answer = new RefineImage.QueueFull(1000);

        Ending ending = here().run("refine", "cat.png", "darker", "--async");

        assertThat(ending.code()).isEqualTo(5);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: As many jobs are waiting as may (1000); have them worked on: pentimento work, see which: pentimento jobs, or raise jobs.max-waiting\n");
        assertThat(started).isEmpty();
        assertThat(json("refine", "cat.png", "darker", "--json")
                        .at("/error/code")
                        .asText())
                .isEqualTo("queue_full");
    }

    @Test
    void candidateThatFailedIsTold() throws IOException {
        home.bench.missing = 1;
        home.bench.report = new ProviderReport("paid", "paid-1", "warmer", List.of(), Cost.reported(40_000), true);
        home.bench.callsOfNext = List.of(
                call(0, done(Cost.reported(40_000))),
                call(1, CallState.Failed.free(FailureCode.REFUSED, "Not with us")));

        Ending ending = here().onTerminal().run("refine", "cat.png", "warmer", "--candidates", "2");

        assertThat(ending.code()).isZero();
        assertThat(ending.out()).contains("A1 v2", "1 of 2 images could not be made: Not with us\n");
        JsonNode failures =
                json("refine", "cat.png", "warmer", "--candidates", "2").get("failures");
        assertThat(failures).isEqualTo(tree("[{\"code\": \"refused\", \"message\": \"Not with us\"}]"));
    }

    @Test
    void wayOnFromAnUnknownOutcomeIsTold() {
        home.bench.ending = job -> job.fail(FailureCode.OUTCOME_UNKNOWN, "The line went dead", FakeWorkbench.END);

        Ending ending = here().run("refine", "cat.png", "warmer");

        assertThat(ending.code()).isEqualTo(6);
        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: The line went dead. To ask again, and perhaps pay twice: pentimento retry %s --accept-possible-charge\n"
                                .formatted(FIRST));
    }
}
