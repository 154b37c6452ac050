package dev.pentimento.testkit;

import dev.pentimento.ports.out.JobDispatcher;
import java.time.InstantSource;

class InMemoryJobDispatcherTest extends JobDispatcherContract {
    @Override
    protected JobDispatcher dispatcher() {
        return new InMemoryJobDispatcher(InstantSource.system());
    }
}
