package dev.pentimento.app.cli;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.ports.spi.OpenHome;
import dev.pentimento.ports.spi.Server;
import java.time.Duration;

/** The real thing behind a {@link Workbench}. */
record OpenWorkbench(Pentimento pentimento) implements Workbench {
    @Override
    public OpenHome useCases() {
        return pentimento;
    }

    @Override
    public Server serve() {
        return pentimento.serve();
    }

    @Override
    public void stopWorking() {
        pentimento.stopWorking();
    }

    @Override
    public void workUntilDone(Duration calm) throws InterruptedException {
        pentimento.workUntilDone(calm);
    }

    @Override
    public void close() {
        pentimento.close();
    }
}
