package dev.pentimento.application;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.PlanRefinement.Aspect;
import dev.pentimento.ports.in.PlanRefinement.Manner;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking a provider whether it can do something.
 *
 * @param aspects how it would meet what is asked for; empty where it was not asked so closely
 * @param failure why it cannot; empty if it can
 */
record Audition(String provider, List<Aspect> aspects, Optional<ProviderFailure> failure) {

    static Audition passed(String provider, List<Aspect> aspects) {
        List<String> refusals = Staging.notes(aspects, Manner.REFUSED);
        return refusals.isEmpty()
                ? new Audition(provider, aspects, Optional.empty())
                : new Audition(
                        provider,
                        aspects,
                        Optional.of(new ProviderFailure.InvalidRequest(String.join(" and ", refusals))));
    }

    static Audition failed(String provider, ProviderFailure failure) {
        return new Audition(provider, List.of(), Optional.of(failure));
    }

    boolean isPassed() {
        return failure.isEmpty();
    }

    /** Whether it can do it without help, as far as that decides who is chosen. */
    boolean isNative() {
        return isPassed() && Staging.isNative(aspects);
    }

    /** Why it cannot, for people. */
    String reason() {
        return failure.map(refusal -> String.valueOf(refusal.getMessage())).orElse("");
    }
}
