package dev.pentimento.application;

import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking a provider whether it can do something.
 *
 * @param staging what would become of everything that is asked for; says nothing where it was not asked so closely
 * @param failure why it cannot; empty if it can
 */
record Audition(String provider, Staging staging, Optional<ProviderFailure> failure) {

    static Audition of(String provider, Staging staging) {
        return new Audition(provider, staging, staging.refusal().map(ProviderFailure.InvalidRequest::new));
    }

    static Audition failed(String provider, ProviderFailure failure) {
        return new Audition(provider, new Staging(List.of()), Optional.of(failure));
    }

    boolean isPassed() {
        return failure.isEmpty();
    }

    /** Whether it can do it without help. */
    boolean isNative() {
        return isPassed() && staging.isNative();
    }

    /** Why it cannot, for people. */
    String reason() {
        return failure.map(refusal -> String.valueOf(refusal.getMessage())).orElse("");
    }
}
