package dev.pentimento.bootstrap;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.testkit.JobDispatcherContract;

class InProcessJobDispatcherTest extends JobDispatcherContract {
    @Override
    protected JobDispatcher dispatcher() {
        return new InProcessJobDispatcher();
    }
}
