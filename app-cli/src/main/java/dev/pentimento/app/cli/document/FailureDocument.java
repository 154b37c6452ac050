package dev.pentimento.app.cli.document;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import java.util.Optional;

/** Why something was not made. */
public record FailureDocument(String code, String message) {
    public static FailureDocument of(FailureCode code, String message) {
        return new FailureDocument(code.label(), message);
    }

    /** Why a call brought nothing; empty unless that is so. */
    public static Optional<FailureDocument> of(ProviderCall call) {
        if (call.state() instanceof CallState.Failed failed) {
            return Optional.of(of(failed.code(), failed.message()));
        }
        return call.state() instanceof CallState.OutcomeUnknown unknown
                ? Optional.of(of(FailureCode.OUTCOME_UNKNOWN, unknown.message()))
                : Optional.empty();
    }
}
