package dev.pentimento.domain.cost;

import java.util.OptionalLong;

/** What something cost in micro-USD (1 USD = 1,000,000), and how sure we are. */
public sealed interface Cost {

    /** The amount in micro-USD; empty when unknown. */
    OptionalLong microUsd();

    CostBasis basis();

    /** Whether it is known to be nothing. */
    default boolean isFree() {
        return microUsd().isPresent() && microUsd().getAsLong() == 0;
    }

    /** The sum; unknown as soon as one part is, estimated as soon as one part is. */
    Cost plus(Cost other);

    static Cost free() {
        return reported(0);
    }

    static Cost reported(long microUsd) {
        return new Known(microUsd, CostBasis.REPORTED);
    }

    static Cost estimated(long microUsd) {
        return new Known(microUsd, CostBasis.ESTIMATED);
    }

    static Cost unknown() {
        return new Unknown();
    }

    /** An amount of at least 0 micro-USD. */
    record Known(long amount, CostBasis basis) implements Cost {
        public Known {
            if (amount < 0) {
                throw new IllegalArgumentException("A cost is at least 0 micro-USD but was " + amount);
            }
            if (basis == CostBasis.UNKNOWN) {
                throw new IllegalArgumentException("A cost of %d micro-USD cannot be unknown".formatted(amount));
            }
        }

        @Override
        public OptionalLong microUsd() {
            return OptionalLong.of(amount);
        }

        @Override
        public Cost plus(Cost other) {
            if (!(other instanceof Known known)) {
                return other;
            }
            boolean reported = basis == CostBasis.REPORTED && known.basis == CostBasis.REPORTED;
            return new Known(Math.addExact(amount, known.amount), reported ? CostBasis.REPORTED : CostBasis.ESTIMATED);
        }
    }

    /** No amount at all. */
    record Unknown() implements Cost {
        @Override
        public OptionalLong microUsd() {
            return OptionalLong.empty();
        }

        @Override
        public CostBasis basis() {
            return CostBasis.UNKNOWN;
        }

        @Override
        public Cost plus(Cost other) {
            return this;
        }
    }
}
