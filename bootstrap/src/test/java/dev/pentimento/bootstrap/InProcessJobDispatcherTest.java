package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.JobDispatcherContract;
import org.junit.jupiter.api.Test;

class InProcessJobDispatcherTest extends JobDispatcherContract {
    @Override
    protected JobDispatcher dispatcher() {
        return new InProcessJobDispatcher();
    }

    @Test
    void refusesJobsAfterItWasClosed() {
        JobDispatcher dispatcher = dispatcher();
        dispatcher.close();

        assertThatIllegalStateException().isThrownBy(() -> dispatcher.dispatch(Fixtures.aJobId()));
    }
}
