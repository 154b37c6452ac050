package dev.pentimento.application;

import dev.pentimento.ports.failure.ProviderFailure;
import java.time.Duration;

/** How a worker passes the time until it may go on. */
@FunctionalInterface
interface Waiting {

    /**
     * Returns when {@code time} is over. The same wait may come in many short ones with the same reason.
     *
     * @param why for people
     * @throws ProviderFailure.Canceled if the job is called off or out of time, or this process or thread is told to stop
     */
    void await(Duration time, String why);
}
