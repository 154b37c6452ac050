package dev.pentimento.provider.http;

import dev.pentimento.ports.failure.ProviderFailure;
import org.jspecify.annotations.Nullable;

/** What is at stake when a request gets no clear answer. */
public enum Purpose {
    /** Money: whoever asks twice may pay twice. */
    PAID,
    /** Nothing, and nothing was ordered so far: an upload before the order, for example. */
    PREPARATION,
    /** Nothing: the work was ordered before, and its state and result may be asked for as often as one likes. */
    RESULT;

    /** The request never left this machine. */
    public ProviderFailure unsent(String message, @Nullable Throwable cause) {
        return this == RESULT
                ? unclear(message, cause)
                : new ProviderFailure.NotSent(message + "; nothing was sent", cause);
    }

    /** Nobody knows what became of the request. */
    public ProviderFailure unclear(String message, @Nullable Throwable cause) {
        return switch (this) {
            case PAID -> new ProviderFailure.OutcomeUnknown(message + "; it may be on the bill", cause);
            case PREPARATION -> new ProviderFailure.Unavailable(message + "; nothing was ordered yet", cause);
            case RESULT -> new ProviderFailure.Unavailable(message + "; the result can still be asked for", cause);
        };
    }
}
