package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.bootstrap.Pentimento.Working;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answering until told to end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeCommandTest extends JobScene {

    @ParameterizedTest
    @EnumSource(Cause.class)
    void serverWorksOnAllJobsAndEndsInGoodOrderWhenItIsTold(Cause cause) {
        FakeSignals signals = new FakeSignals();
        home.bench.whileServing = () -> signals.send(cause);

        Ending ending = here().interruptedBy(signals).run("serve");

        assertThat(home.working).isEqualTo(Working.ON_ALL_JOBS);
        assertThat(ending.out()).isEqualTo("Listening on http://127.0.0.1:8080\n");
        assertThat(ending.err()).isEqualTo("Ending; calls under way have 30 seconds to finish\n");
        assertThat(ending.code()).isEqualTo(143);
        assertThat(home.bench.stoppedServing).isTrue();
        assertThat(home.bench.stoppedWorking).isTrue();
        assertThat(home.bench.closed).isTrue();
    }

    @Test
    void programsAreToldTheAddressAsADocument() throws IOException {
        FakeSignals signals = new FakeSignals();
        home.bench.whileServing = () -> signals.send(Cause.TERMINATION);

        Ending ending = here().interruptedBy(signals).run("serve", "--json");

        assertThat(tree(ending.out())).isEqualTo(tree("{\"url\": \"http://127.0.0.1:8080\"}"));
    }
}
