package dev.pentimento.ports.failure;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.FailureCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider did not deliver. There is one subtype per thing the caller can do about it, and adapters cannot add more. */
public abstract sealed class ProviderFailure extends PentimentoException {
    private static final long serialVersionUID = 1L;

    private ProviderFailure(FailureCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    /** No byte left this machine: trying again is free. */
    public static final class NotSent extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        public NotSent(String message, @Nullable Throwable cause) {
            super(FailureCode.NOT_SENT, message, cause);
        }
    }

    /** Wait as told, then try again. */
    public static final class RateLimited extends ProviderFailure {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        /** @param retryAfter zero if the provider does not say */
        public RateLimited(String message, Duration retryAfter) {
            super(FailureCode.RATE_LIMITED, message, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The account is empty; trying again will not help. */
    public static final class QuotaExhausted extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        public QuotaExhausted(String message) {
            super(FailureCode.QUOTA_EXHAUSTED, message, null);
        }
    }

    /** Fix the key; the message names the variable to check. */
    public static final class AccessDenied extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        public AccessDenied(String message) {
            super(FailureCode.ACCESS_DENIED, message, null);
        }
    }

    /** Ask for something else; the message says what is wrong. */
    public static final class InvalidRequest extends ProviderFailure {
        private static final long serialVersionUID = 1L;
        private final @Nullable Part part;

        /** What of a request may be wrong by itself. */
        public enum Part {
            SIZE,
            MODEL
        }

        public InvalidRequest(String message) {
            this(null, message);
        }

        /** @param part to change; null = nobody knows which */
        public InvalidRequest(@Nullable Part part, String message) {
            super(FailureCode.INVALID_REQUEST, message, null);
            this.part = part;
        }

        /** What to change; empty where nobody knows which part it is. */
        public Optional<Part> part() {
            return Optional.ofNullable(part);
        }
    }

    /** Use the successor. */
    public static final class ModelRetired extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        public ModelRetired(String message) {
            super(FailureCode.MODEL_RETIRED, message, null);
        }
    }

    /** The provider's policy forbids it; never retried. */
    public static final class Refused extends ProviderFailure {
        private static final long serialVersionUID = 1L;
        private final transient Cost cost;

        /** For nothing. */
        public Refused(String message) {
            this(message, Cost.free());
        }

        /** @param cost what the provider took for it all the same, such as for reading the request; unknown where it does not say */
        public Refused(String message, Cost cost) {
            super(FailureCode.REFUSED, message, null);
            this.cost = cost;
        }

        public Cost cost() {
            return cost;
        }
    }

    /** Busy or broken in a way that is documented as unbilled. */
    public static final class Unavailable extends ProviderFailure {
        private static final long serialVersionUID = 1L;
        private final boolean givenUp;

        public Unavailable(String message, @Nullable Throwable cause) {
            this(message, false, cause);
        }

        private Unavailable(String message, boolean givenUp, @Nullable Throwable cause) {
            super(FailureCode.UNAVAILABLE, message, cause);
            this.givenUp = givenUp;
        }

        /** Of a request that was accepted: the provider has given it up by itself, and takes nothing for it. */
        public static Unavailable givenUp(String message) {
            return new Unavailable(message, true, null);
        }

        /** Whether asking for the result is of no use any more; the request may be made anew. */
        public boolean isGivenUp() {
            return givenUp;
        }
    }

    /** The request may have left and nobody knows what became of it: only the user may decide to try again. */
    public static final class OutcomeUnknown extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        private final boolean forgotten;

        public OutcomeUnknown(String message, @Nullable Throwable cause) {
            this(message, false, cause);
        }

        private OutcomeUnknown(String message, boolean forgotten, @Nullable Throwable cause) {
            super(FailureCode.OUTCOME_UNKNOWN, message, cause);
            this.forgotten = forgotten;
        }

        /** Of a request that was accepted: the provider says that it knows nothing of it. */
        public static OutcomeUnknown forgotten(String message) {
            return new OutcomeUnknown(message, true, null);
        }

        /** Whether asking for the result is of no use any more. */
        public boolean isForgotten() {
            return forgotten;
        }
    }

    /** It answered, and was paid, but not with a usable image. */
    public static final class Unintelligible extends ProviderFailure {
        private static final long serialVersionUID = 1L;
        private final transient byte[] answer;
        private final transient Cost cost;

        public Unintelligible(String message, @Nullable Throwable cause) {
            this(message, new byte[0], Cost.unknown(), cause);
        }

        /**
         * @param answer the body as it came, which is kept as evidence; empty if there is none
         * @param cost what the provider took for it
         */
        public Unintelligible(String message, byte[] answer, Cost cost, @Nullable Throwable cause) {
            super(FailureCode.UNINTELLIGIBLE, message, cause);
            this.answer = answer.clone();
            this.cost = cost;
        }

        public byte[] answer() {
            return answer.clone();
        }

        public Cost cost() {
            return cost;
        }
    }

    /** We called it off. */
    public static final class Canceled extends ProviderFailure {
        private static final long serialVersionUID = 1L;

        public Canceled(String message) {
            super(FailureCode.CANCELED, message, null);
        }
    }
}
