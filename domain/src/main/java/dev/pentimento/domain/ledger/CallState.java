package dev.pentimento.domain.ledger;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.FailureCode;
import java.util.EnumSet;
import java.util.Set;

/** Where a provider call stands, with what is known there and nowhere else. */
public sealed interface CallState {

    CallStatus status();

    /** The money is reserved; nothing was sent. Only earlier versions have left calls so: today they are sent with the money they take. */
    record Planned() implements CallState {
        @Override
        public CallStatus status() {
            return CallStatus.PLANNED;
        }
    }

    /** The first byte may have left. */
    record Sending() implements CallState {
        @Override
        public CallStatus status() {
            return CallStatus.SENDING;
        }
    }

    /** The provider works on it, whatever becomes of us. */
    record Accepted(RemoteHandle handle) implements CallState {
        @Override
        public CallStatus status() {
            return CallStatus.ACCEPTED;
        }
    }

    /** What it delivered survives a power cut. */
    record ResultStored(Delivery delivery) implements CallState {
        @Override
        public CallStatus status() {
            return CallStatus.RESULT_STORED;
        }
    }

    /** Settled. */
    record Done(Delivery delivery) implements CallState {
        @Override
        public CallStatus status() {
            return CallStatus.DONE;
        }
    }

    /**
     * It brought nothing.
     *
     * @param message what happened and what to do
     * @param cost what it cost all the same
     */
    record Failed(FailureCode code, String message, Billing billing, Cost cost) implements CallState {
        /** What ends a call before its first byte; once one has left, none of these is known to be free. */
        private static final Set<FailureCode> BEFORE_SENDING =
                EnumSet.of(FailureCode.NOT_SENT, FailureCode.CANCELED, FailureCode.STORAGE);

        boolean isBeforeSending() {
            return billing == Billing.FREE && BEFORE_SENDING.contains(code);
        }

        public static Failed free(FailureCode code, String message) {
            return new Failed(code, message, Billing.FREE, Cost.free());
        }

        @Override
        public CallStatus status() {
            return CallStatus.FAILED;
        }
    }

    /** Only the user may decide to ask again. */
    record OutcomeUnknown(String message) implements CallState {
        @Override
        public CallStatus status() {
            return CallStatus.OUTCOME_UNKNOWN;
        }
    }
}
