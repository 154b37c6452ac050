package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.ports.in.CountOpenJobs;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Working on whatever waits. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkCommandTest extends JobScene {

    @Test
    void workerWorksOnAllJobsUntilNoneIsLeft() throws IOException {
        home.bench.openJobs = new CountOpenJobs.Count(2, 1);
        home.bench.whileWatched = () -> home.bench.openJobs = new CountOpenJobs.Count(0, 0);

        Ending ending = here().run("work", "--json");

        assertThat(home.working).isEqualTo(Working.ON_ALL_JOBS);
        assertThat(home.bench.calm).isEqualTo(Duration.ofSeconds(3));
        assertThat(ending.code()).isZero();
        assertThat(ending.err()).endsWith("Nothing is left to do\n");
        assertThat(tree(ending.out())).isEqualTo(tree("{\"waiting\": 0, \"under_way\": 0}"));
        assertThat(home.bench.closed).isTrue();
    }

    @Test
    void workerThatIsToBeTheOnlyOneLeavesTheHomeToWhoeverIsThere() {
        home.workedOn = true;

        Ending ending = here().run("work", "--single");

        assertThat(ending.err()).isEqualTo("Another process works on this home already\n");
        assertThat(ending.code()).isZero();
        assertThat(home.opened).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void workerThatStaysEndsInGoodOrderWhenItIsTold(Cause cause) {
        home.bench.openJobs = new CountOpenJobs.Count(2, 0);
        FakeSignals signals = new FakeSignals();
        home.bench.whenCounted = () -> signals.send(cause);

        Ending ending = here().interruptedBy(signals).run("work", "--keep");

        assertThat(ending.code()).isEqualTo(143);
        assertThat(ending.err())
                .endsWith("Ending; calls under way have 30 seconds to finish\nLeft to others: 2 jobs\n");
        assertThat(home.bench.stoppedWorking).isTrue();
    }
}
