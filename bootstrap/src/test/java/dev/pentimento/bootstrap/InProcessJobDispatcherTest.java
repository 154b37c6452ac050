package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.JobDispatcherContract;
import java.time.Instant;
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

        assertThatIllegalStateException()
                .isThrownBy(() -> dispatcher.dispatch(
                        new JobDispatcher.Dispatch(Fixtures.aJobId(), "lane", Priority.NORMAL, 0, Instant.EPOCH)));
    }
}
