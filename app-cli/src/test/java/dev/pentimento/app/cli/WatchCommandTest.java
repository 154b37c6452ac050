package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.testkit.Fixtures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Watching a job, and ending a run that waits for one. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchCommandTest extends JobScene {

    @Test
    void watchedJobIsHandedOverWhereverItWasSubmitted() {
        accept("warmer");
        home.bench.versions.add(FakeWorkbench.version(2, List.of(), home.bench.original.origin()));

        Ending ending = here().onTerminal().run("watch", "0000", "-o", "out.png");

        assertThat(ending.code()).as(ending.err()).isZero();
        assertThat(ending.out()).startsWith("B v1  640x480  " + folder.resolve("out.png"));
        assertThat(folder.resolve("out.png")).hasBinaryContent(FakeWorkbench.PIXELS.bytes());
        assertThat(home.working).isEqualTo(Working.ON_NOTHING);
        assertThat(started).isEmpty();
    }

    @Test
    void oneImageFitsIntoStandardOutputAndNotSeveral() {
        Work.GenerateOriginals two = new Work.GenerateOriginals(new Instruction("a fox"), Fixtures.SIZE, 2, 0, null);
        home.bench.accept(two);

        Ending ending = here().run("watch", FIRST, "-o", "-");

        assertThat(ending.err()).isEqualTo("pentimento: -o - takes one image but 2 are to be made; name a file\n");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void failureOfAWatchedJobIsTheOneOfTheWatcher() {
        end(accept("warmer"), job -> job.fail(FailureCode.REFUSED, "Not with us", FakeWorkbench.END));

        Ending ending = here().run("watch", FIRST);

        assertThat(ending.err()).isEqualTo("pentimento: Not with us\n");
        assertThat(ending.code()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void endOfTheWatchingIsNotTheEndOfTheJob(Cause cause) {
        accept("warmer");
        home.bench.ending = job -> job;

        Ending ending = interrupted(cause, "watch", FIRST);

        assertThat(ending.code()).isEqualTo(130);
        assertThat(ending.err())
                .isEqualTo("pentimento: Interrupted; the job goes on, watch it again: pentimento watch %s\n"
                        .formatted(FIRST));
        assertThat(home.bench.canceled).isNull();
        assertThat(home.bench.closed).isTrue();
    }

    @Test
    void watcherIsToldOnceThatNobodyWorksOnTheJob() {
        Job job = accept("warmer");
        home.bench.tickets.put(job.id(), ticket(job));
        String wayOn = "Nobody works on it; to go on with it: pentimento work\n";
        CommandRun run = here().at(FakeWorkbench.START.plusSeconds(6));
        home.bench.whileWatched = () -> run.awaitErr(wayOn);
        home.bench.ending = watched -> watched.fail(FailureCode.REFUSED, "Not with us", FakeWorkbench.END);

        Ending ending = run.run("watch", FIRST);

        assertThat(ending.err()).isEqualTo(wayOn + "pentimento: Not with us\n");
    }

    @Test
    void terminationLeavesTheJobToOthers() throws IOException {
        home.bench.ending = job -> job;

        Ending ending = interrupted(Cause.TERMINATION, "refine", "cat.png", "warmer", "--json");

        assertThat(ending.code()).isEqualTo(143);
        assertThat(ending.err()).isEqualTo("""
                        Ending; a call under way has 30 seconds to finish
                        Ended before the job was done; it is left to others. Go on with it: pentimento work, watch it: pentimento watch %s
                        """.formatted(FIRST));
        assertThat(tree(ending.out()).get("job_id").asText()).isEqualTo(FIRST);
        assertThat(home.bench.canceled).isNull();
        assertThat(home.bench.stoppedWorking).isTrue();
        assertThat(home.bench.closed).isTrue();
    }

    @Test
    void whatIsDoneWhileARunEndsIsHandedOver() {
        home.bench.ending = job -> job;
        home.bench.whenStopped = () -> end(
                home.bench.jobs.get(0),
                job -> job.complete(List.of(home.bench.original.id()), home.bench.report, FakeWorkbench.END));

        Ending ending = interrupted(Cause.TERMINATION, "refine", "cat.png", "warmer", "-o", "out.png");

        assertThat(ending.code()).isZero();
        assertThat(folder.resolve("out.png")).exists();
    }
}
