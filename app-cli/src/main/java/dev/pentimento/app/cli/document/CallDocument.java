package dev.pentimento.app.cli.document;

import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider, as the ledger knows it.
 *
 * @param part which part of the job it is for, from 0
 * @param round how often the job had been asked for, from 1
 * @param attempt which attempt of the job made it, from 1
 * @param model null = the provider's configured one
 * @param requestId by which the provider knows it; null where that is not known
 * @param failure why it brought nothing; null unless that is so
 * @param billing whether a call that brought nothing is on the bill all the same: {@code free}, {@code billed} or {@code unknown}; null for others
 */
public record CallDocument(
        String callId,
        int part,
        int round,
        int attempt,
        String provider,
        @Nullable String model,
        String status,
        CostDocument estimate,
        CostDocument cost,
        @Nullable String requestId,
        @Nullable FailureDocument failure,
        @Nullable String billing,
        String plannedAt,
        String changedAt) {

    static CallDocument of(ProviderCall call) {
        return new CallDocument(
                call.id().toString(),
                call.part(),
                call.round(),
                call.attempt(),
                call.provider(),
                call.model(),
                call.status().label(),
                CostDocument.of(call.estimate()),
                CostDocument.of(call.cost()),
                requestId(call).orElse(null),
                FailureDocument.of(call).orElse(null),
                billing(call).map(Billing::label).orElse(null),
                call.plannedAt().toString(),
                call.changedAt().toString());
    }

    /** By which the provider knows the call; never a key. */
    public static Optional<String> requestId(ProviderCall call) {
        if (call.state() instanceof CallState.Accepted accepted) {
            return Optional.of(accepted.handle().requestId());
        }
        return call.delivery().map(delivery -> delivery.report().requestId()).filter(id -> !id.isEmpty());
    }

    private static Optional<Billing> billing(ProviderCall call) {
        if (call.state() instanceof CallState.Failed failed) {
            return Optional.of(failed.billing());
        }
        return call.state() instanceof CallState.OutcomeUnknown ? Optional.of(Billing.UNKNOWN) : Optional.empty();
    }
}
