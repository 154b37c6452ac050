package dev.pentimento.ports.out;

import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.ProviderCall;

/**
 * Is told what this process has written down, as soon as that is kept: for metrics and tracing, never for what must not be missed.
 *
 * <p>Called by the threads that do the work, several at once; it must return at once. What it throws is logged and does no harm.
 */
public interface WorkObserver {

    /** An event of a job. */
    default void recorded(RecordedEvent event) {}

    /** A call to a provider was planned, or has come to its next state. */
    default void moved(ProviderCall call) {}
}
