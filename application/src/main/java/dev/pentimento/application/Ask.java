package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Resumption;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a job wants of a provider.
 *
 * @param part which part, from 0
 * @param images how many are asked for
 * @param send makes the call
 * @param resumption takes an accepted call up again; empty if the provider cannot
 */
record Ask(
        int part,
        String provider,
        @Nullable String model,
        RequestHash request,
        Cost estimate,
        int images,
        Function<CallContext, MadeImages> send,
        Optional<Resumption> resumption) {

    /** Whether it costs nothing whatever happens. */
    boolean isFree() {
        return estimate.isFree();
    }
}
