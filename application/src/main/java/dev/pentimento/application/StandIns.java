package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether another provider may go on with a job: only where it is certain that nothing was paid since the user asked for it, and that nothing can come
 * any more of what was asked of providers. The ledger decides, so that a job cannot be paid twice whatever the failure looks like.
 */
final class StandIns {
    /** After these failures nothing was paid. */
    private static final Set<FailureCode> FREE = EnumSet.of(
            FailureCode.NOT_SENT,
            FailureCode.RATE_LIMITED,
            FailureCode.UNAVAILABLE,
            FailureCode.QUOTA_EXHAUSTED,
            FailureCode.ACCESS_DENIED);

    /** After these neither, if they were found out here and not by a provider that asks for money. */
    private static final Set<FailureCode> FREE_BEFORE_SENDING =
            EnumSet.of(FailureCode.INVALID_REQUEST, FailureCode.MODEL_RETIRED);

    private StandIns() {}

    /**
     * @param failure of a provider, for which the job cannot go on as it is
     * @param calls all calls of the job
     */
    static boolean mayGoOn(FailureCode failure, Ticket ticket, List<ProviderCall> calls) {
        return !ticket.standIns().isEmpty()
                && (FREE.contains(failure) || FREE_BEFORE_SENDING.contains(failure))
                && calls.stream().allMatch(call -> call.round() < ticket.round() ? isOver(call) : cameToNothing(call));
    }

    /** The user knew of it when he asked again. */
    private static boolean isOver(ProviderCall call) {
        return call.state() instanceof CallState.Failed || call.state() instanceof CallState.OutcomeUnknown;
    }

    private static boolean cameToNothing(ProviderCall call) {
        return call.state() instanceof CallState.Failed failed
                && failed.billing() == Billing.FREE
                && (FREE.contains(failed.code())
                        || wasNeverSent(failed)
                        || (call.isFree() && FREE_BEFORE_SENDING.contains(failed.code())));
    }

    private static boolean wasNeverSent(CallState.Failed failed) {
        return failed.code() == FailureCode.CANCELED;
    }
}
