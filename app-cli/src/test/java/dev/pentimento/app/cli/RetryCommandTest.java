package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RetryJob;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calling jobs off, and asking for them once more. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RetryCommandTest extends JobScene {

    @Test
    void jobIsCalledOff() throws IOException {
        accept("warmer");

        Ending ending = here().onTerminal().run("cancel", FIRST);

        assertThat(ending.out()).isEqualTo("Job %s is called off\n".formatted(FIRST));
        assertThat(ending.code()).isZero();
        assertThat(home.bench.canceled)
                .isEqualTo(new CancelJob.Command(
                        UserId.LOCAL, home.bench.jobs.get(0).id()));
        assertThat(json("cancel", FIRST).get("status").asText()).isEqualTo("canceled");
    }

    @Test
    void whatMayStillBeBilledIsTold() {
        Job job = accept("warmer");
        home.bench.calls.put(job.id(), List.of(call(0, new CallState.Sending())));

        assertThat(here().onTerminal().run("cancel", FIRST).err())
                .isEqualTo("What its provider was asked for may still be billed; see: pentimento jobs %s\n"
                        .formatted(FIRST));
    }

    @Test
    void jobThatHasEndedStaysAsItIs() {
        end(accept("warmer"), job -> job.fail(FailureCode.REFUSED, "Not with us", FakeWorkbench.END));

        Ending ending = here().onTerminal().run("cancel", FIRST);

        assertThat(ending.out()).isEqualTo("Job %s had ended before: failed\n".formatted(FIRST));
        assertThat(ending.code()).isZero();
    }

    @Test
    void retriedJobIsWaitedForLikeARefinement() {
        Job failed = end(accept("warmer"), job -> job.fail(FailureCode.REFUSED, "Not with us", FakeWorkbench.END));
        home.bench.retryAnswer = submitted(failed);
        home.bench.whileWatched = () -> home.bench.jobs.set(0, failed.retry().start(FakeWorkbench.START));
        home.bench.ending =
                job -> job.complete(List.of(home.bench.original.id()), home.bench.report, FakeWorkbench.END);

        Ending ending = here().onTerminal().run("retry", FIRST, "--accept-possible-charge");

        assertThat(ending.code()).as(ending.err()).isZero();
        assertThat(ending.out()).startsWith("A v1");
        assertThat(home.bench.retried).isEqualTo(new RetryJob.Command(UserId.LOCAL, failed.id(), true));
        assertThat(home.working).isEqualTo(Working.ON_OWN_JOBS);
    }

    @Test
    void retriedJobMayBeLeftAlone() {
        Job failed = end(accept("warmer"), job -> job.fail(FailureCode.REFUSED, "Not with us", FakeWorkbench.END));
        home.bench.retryAnswer = submitted(failed);

        Ending ending = here().run("retry", FIRST, "--async");

        assertThat(ending.out()).isEqualTo(FIRST + "\n");
        assertThat(home.bench.retried).isEqualTo(new RetryJob.Command(UserId.LOCAL, failed.id(), false));
        assertThat(home.working).isEqualTo(Working.ON_NOTHING);
        assertThat(started).hasSize(1);
    }

    @Test
    void whatMayBeChargedAgainIsRefusedAndTheWayOnTold() throws IOException {
        Job failed = end(accept("warmer"), job -> job.fail(FailureCode.OUTCOME_UNKNOWN, "dead", FakeWorkbench.END));
        home.bench.retryAnswer = new RetryJob.MayBeChargedAgain(
                failed, List.of(call(0, new CallState.OutcomeUnknown("The line went dead"))));

        Ending ending = here().run("retry", FIRST);

        assertThat(ending.code()).isEqualTo(6);
        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: 1 call of this job may be on the bill already (paid: The line went dead) and would be made again; if that is all right: pentimento retry %s --accept-possible-charge\n"
                                .formatted(FIRST));
        assertThat(json("retry", FIRST, "--json").at("/error/job_id").asText()).isEqualTo(FIRST);
    }

    @Test
    void thereMayBeNothingToRetry() {
        Job job = accept("warmer");
        home.bench.retryAnswer = new RetryJob.NothingToRetry(job);
        Ending running = here().run("retry", FIRST);
        home.bench.retryAnswer =
                new RetryJob.NothingToRetry(job.complete(List.of(), home.bench.report, FakeWorkbench.END));
        Ending completed = here().run("retry", FIRST);

        assertThat(running.err())
                .isEqualTo("pentimento: Job %s is processing; watch it with: pentimento watch %s\n"
                        .formatted(FIRST, FIRST));
        assertThat(completed.err())
                .isEqualTo("pentimento: Job %s is completed; there is nothing to retry\n".formatted(FIRST));
        assertThat(List.of(running.code(), completed.code())).containsOnly(2);
    }
}
