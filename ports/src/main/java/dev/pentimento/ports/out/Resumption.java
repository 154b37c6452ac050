package dev.pentimento.ports.out;

import dev.pentimento.domain.ledger.RemoteHandle;

/** Takes up a call again that a provider has accepted, in another process if need be. Safe for use by several threads. */
@FunctionalInterface
public interface Resumption {

    /**
     * Waits for the result, which costs nothing more. Never retries; asking for a result may be repeated freely, so a failure that says nothing about
     * the result is {@link dev.pentimento.ports.failure.ProviderFailure.Unavailable}. A provider that says it knows nothing of the request is
     * {@linkplain dev.pentimento.ports.failure.ProviderFailure.OutcomeUnknown#forgotten(String) asked no more}.
     */
    MadeImages resume(RemoteHandle handle, CallContext context);
}
