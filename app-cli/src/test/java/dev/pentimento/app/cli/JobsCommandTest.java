package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.RemoteHandle;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The list of jobs, and one of them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobsCommandTest extends JobScene {

    @Test
    void whereThereIsNoJobYetTheBeginningIsTold() throws IOException {
        assertThat(here().onTerminal().run("jobs").out())
                .isEqualTo("There is no job yet; begin with: pentimento refine IMAGE \"...\"\n");
        assertThat(json("jobs")).isEqualTo(tree("{\"jobs\": [], \"worked_on\": false}"));
    }

    @Test
    void jobsAreListedNewestFirstInColumns() {
        end(accept("make it warmer"), job -> job.complete(List.of(), home.bench.report, FakeWorkbench.END));
        end(
                accept("a \u001b[2Jfox"),
                job -> job.fail(FailureCode.OUTCOME_UNKNOWN, "The line went dead", FakeWorkbench.END));
        home.bench.calls.put(home.bench.jobs.get(1).id(), List.of(call(0, new CallState.OutcomeUnknown("dead"))));

        assertThat(here().onTerminal()
                        .at(FakeWorkbench.START.plusSeconds(180))
                        .run("jobs")
                        .out())
                .isEqualTo("""
                        00000000-0000-0002-0000-000000000002  outcome unknown  refine  3 min  local  unknown  a [2Jfox
                        00000000-0000-0002-0000-000000000001  completed        refine  3 min  local  -        make it warmer
                        """);
        assertThat(here().onTerminal().run("jobs", "--limit", "1").out()).hasLineCount(1);
    }

    @Test
    void listsHaveRoomForOneAtLeast() {
        Ending ending = here().run("jobs", "--limit", "0");

        assertThat(ending.err())
                .isEqualTo("pentimento: A list must have room for at least 1 job but was limited to 0\n");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(home.opened).isFalse();
    }

    @Test
    void listedJobsAreDocuments() throws IOException {
        end(accept("warmer"), job -> job.fail(FailureCode.REFUSED, "Not with us", FakeWorkbench.END));

        JsonNode job = json("jobs").at("/jobs/0");

        assertThat(job.get("job_id").asText()).isEqualTo(FIRST);
        assertThat(job.get("status").asText()).isEqualTo("failed");
        assertThat(job.get("work").get("prompt").asText()).isEqualTo("warmer");
        assertThat(job.at("/failure/code").asText()).isEqualTo("refused");
        assertThat(job.get("ended_at").asText()).isEqualTo(FakeWorkbench.END.toString());
        assertThat(job.get("provider").asText()).isEqualTo("local");
    }

    @Test
    void jobIsShownWithAllItsCalls() throws IOException {
        Job job = end(
                accept("warmer"),
                started -> started.fail(FailureCode.OUTCOME_UNKNOWN, "The line went dead", FakeWorkbench.END));
        RemoteHandle handle = new RemoteHandle("request-7", Map.of("status_url", "https://example.org/?key=s3cret"));
        home.bench.calls.put(
                job.id(),
                List.of(
                        call(0, CallState.Failed.free(FailureCode.NOT_SENT, "Nobody answers")),
                        call(0, new CallState.OutcomeUnknown("The line went dead")),
                        call(1, new CallState.Accepted(handle)),
                        call(2, done(Cost.reported(35_000)))));

        Ending ending = here().onTerminal().run("jobs", FIRST);

        assertThat(ending.out())
                .startsWith(FIRST + "  outcome unknown  refine\n  why        The line went dead\n")
                .contains("estimate   $0.12 (estimated)\n", "cost       unknown\n", """
                          call       failed  paid, 2026-11-20 09:30:00
                                     estimate $0.04 (estimated), cost none, nothing was sent
                                     Nobody answers
                          call       outcome unknown  paid, 2026-11-20 09:30:00
                                     estimate $0.04 (estimated), cost unknown
                                     The line went dead
                          call       accepted  paid, request request-7, 2026-11-20 09:30:00
                                     estimate $0.04 (estimated), cost $0.04 (estimated)
                          call       done  paid, request r-1, 2026-11-20 09:30:00
                                     estimate $0.04 (estimated), cost $0.035 (reported)
                        """)
                .doesNotContain("s3cret");
        assertThat(ending.err())
                .isEqualTo("To ask again, and perhaps pay twice: pentimento retry %s --accept-possible-charge\n"
                        .formatted(FIRST));
        JsonNode calls = json("jobs", FIRST).get("calls");
        assertThat(calls.findValuesAsText("status")).containsExactly("failed", "outcome_unknown", "accepted", "done");
        assertThat(calls.findValuesAsText("request_id")).containsExactly("null", "null", "request-7", "r-1");
        assertThat(calls.findValuesAsText("billing")).containsExactly("free", "unknown", "null", "null");
        assertThat(calls.at("/1/cost/micro_usd").isNull()).isTrue();
        assertThat(calls.toString()).doesNotContain("s3cret");
    }

    @Test
    void openJobThatNobodyWorksOnIsToldWithTheWayOn() {
        Job job = accept("warmer");
        home.bench.tickets.put(job.id(), ticket(job));
        Instant later = FakeWorkbench.START.plusSeconds(6);
        String wayOn = "to go on with it: pentimento work\n";

        assertThat(here().at(later).run("jobs").err()).isEqualTo("Nobody works on what is still open; " + wayOn);
        assertThat(here().at(later).run("jobs", FIRST).err()).isEqualTo("Nobody works on it; " + wayOn);
        assertThat(here().at(later).run("jobs", "--quiet").err()).isEmpty();
    }

    @Test
    void jobWhoseProviderIsNotInstalledIsNotSentToWork() {
        Job job = accept("warmer");
        home.bench.tickets.put(job.id(), ticket(job));
        home.bench.providerInstalled = false;
        home.workedOn = true;
        Instant later = FakeWorkbench.START.plusSeconds(6);
        String wayOut =
                "Nobody here can do job %s, as provider 'local' is not installed; install it, or call the job off: pentimento cancel %s\n"
                        .formatted(FIRST, FIRST);

        assertThat(here().at(later).run("jobs").err()).isEqualTo(wayOut);
        assertThat(here().at(later).run("jobs", FIRST).err()).isEqualTo(wayOut);

        end(job, open -> open.cancel(later));
        home.bench.tickets.clear();
        assertThat(here().at(later).run("jobs").err()).as("it is over").isEmpty();
    }

    @Test
    void openJobThatIsBeingTakenCareOfIsNotLamented() {
        Job job = accept("warmer");
        Instant later = FakeWorkbench.START.plusSeconds(6);

        home.bench.tickets.put(job.id(), ticket(job));
        assertThat(here().at(FakeWorkbench.START.plusSeconds(4)).run("jobs").err())
                .as("a worker may just be starting")
                .isEmpty();

        home.bench.tickets.put(job.id(), ticket(job).heldBy(new Lease("somebody", later.plusSeconds(1))));
        assertThat(here().at(later).run("jobs").err()).as("somebody has it").isEmpty();

        home.bench.tickets.put(job.id(), ticket(job).released(later.plusSeconds(60)));
        assertThat(here().at(later).run("jobs").err())
                .as("its time has not come")
                .isEmpty();

        home.bench.tickets.put(job.id(), ticket(job));
        home.workedOn = true;
        assertThat(here().at(later).run("jobs").err()).as("somebody is at work").isEmpty();
    }

    @Test
    void whenAJobGoesOnIsTold() throws IOException {
        Job job = accept("warmer");
        home.bench.tickets.put(job.id(), ticket(job));
        assertThat(json("jobs", FIRST).get("not_before").isNull()).isTrue();

        home.bench.tickets.put(job.id(), ticket(job).released(FakeWorkbench.START.plusSeconds(60)));

        assertThat(json("jobs", FIRST).get("not_before").asText())
                .isEqualTo(FakeWorkbench.START.plusSeconds(60).toString());
    }

    @Test
    void unknownJobsAreToldOnOneLine() {
        for (String command : List.of("jobs", "watch", "cancel", "retry")) {
            Ending ending = here().run(command, "nope");

            assertThat(ending.err()).isEqualTo("pentimento: There is no job 'nope'\n");
            assertThat(ending.code()).isEqualTo(1);
        }
    }
}
