package dev.pentimento.testkit.paid;

import dev.pentimento.ports.failure.ProviderFailure;
import org.jspecify.annotations.Nullable;

/** What is at stake when a request gets no clear answer. */
enum Asking {
    /** Money: whoever asks twice may pay twice. */
    FOR_WORK,
    /** Nothing: the work was ordered before, and its result may be asked for as often as one likes. */
    FOR_RESULT;

    /** Nobody knows what became of the request. */
    ProviderFailure unclear(String message, @Nullable Throwable cause) {
        return this == FOR_WORK
                ? new ProviderFailure.OutcomeUnknown(message + "; it may be on the bill", cause)
                : new ProviderFailure.Unavailable(message + "; the result can still be asked for", cause);
    }

    /** The request never left this machine. */
    ProviderFailure unsent(String message, @Nullable Throwable cause) {
        return this == FOR_WORK
                ? new ProviderFailure.NotSent(message + "; nothing was sent", cause)
                : unclear(message, cause);
    }
}
