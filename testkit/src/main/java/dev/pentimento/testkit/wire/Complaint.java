package dev.pentimento.testkit.wire;

import dev.pentimento.ports.failure.ProviderFailure;
import java.time.Duration;

/** Something that vendors have errors of their own for. */
public enum Complaint {
    /** Too many requests; it asks to wait for {@link #WAIT}. */
    RATE_LIMIT(ProviderFailure.RateLimited.class),
    /** There is no money left. */
    EMPTY_ACCOUNT(ProviderFailure.QuotaExhausted.class),
    /** It does not know the key. */
    UNKNOWN_KEY(ProviderFailure.AccessDenied.class),
    /** It knows the key, which may not do this. */
    FORBIDDEN_KEY(ProviderFailure.AccessDenied.class),
    /** It cannot do what is asked. */
    INVALID_REQUEST(ProviderFailure.InvalidRequest.class),
    /** It does not have the model any more. */
    RETIRED_MODEL(ProviderFailure.ModelRetired.class),
    /** Its policy forbids what is asked. */
    POLICY(ProviderFailure.Refused.class),
    /** It is busy, in a way that it documents as not billed. */
    OVERLOAD(ProviderFailure.Unavailable.class);

    /** How long the vendor asks to wait. */
    public static final Duration WAIT = Duration.ofSeconds(7);

    private final Class<? extends ProviderFailure> kind;

    Complaint(Class<? extends ProviderFailure> kind) {
        this.kind = kind;
    }

    /** What an adapter makes of it. */
    Class<? extends ProviderFailure> kind() {
        return kind;
    }

    /** What the vendor says to people. Careless as vendors are, it quotes the key. */
    public String words(String key) {
        return "No teapots today, said about " + key;
    }
}
