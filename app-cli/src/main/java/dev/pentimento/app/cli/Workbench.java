package dev.pentimento.app.cli;

import dev.pentimento.ports.spi.OpenHome;
import dev.pentimento.ports.spi.Server;
import java.time.Duration;

/** A home that is open for work. */
interface Workbench extends AutoCloseable {
    OpenHome useCases();

    /** Answers over the network as the settings say; to be closed before this workbench. */
    Server serve();

    /** Begins nothing new and lets what is under way finish, or parks it; the home stays open. */
    void stopWorking();

    /** Works until no job was open for {@code calm}, or the thread is interrupted. */
    void workUntilDone(Duration calm) throws InterruptedException;

    @Override
    void close();
}
