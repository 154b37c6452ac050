package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.BudgetExhausted;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** What one batch, or one command, may spend. What is about to be spent is set aside first, so that prompts worked on at the same time do not spend it twice. */
final class Purse {
    private final OptionalLong limit;
    private long spent;
    private long setAside;

    /** @param spent in micro-USD, before */
    Purse(OptionalLong limit, long spent) {
        this.limit = limit;
        this.spent = spent;
    }

    boolean isLimited() {
        return limit.isPresent();
    }

    /** Whether there is enough depends on what becomes of that which others are about to spend. */
    static final class SetAside extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** When it is worth asking again. */
        static final Duration A_MOMENT = Duration.ofMillis(50);

        private SetAside() {
            super("What is left is set aside for what is under way", null, false, false);
        }
    }

    /**
     * Sets money aside until it is known what became of it. Of an unknown price nothing can be set aside; whether such calls are made is said by the
     * configuration.
     *
     * @throws BudgetExhausted if there is not enough
     * @throws SetAside if there may be enough later
     */
    synchronized Share take(Cost estimate) {
        long amount = estimate.microUsd().orElse(0);
        if (amount > 0) {
            requireRoom(amount);
        }
        setAside += amount;
        return new Share(amount);
    }

    private void requireRoom(long amount) {
        long most = limit.orElse(Long.MAX_VALUE) - amount;
        if (spent > most) {
            throw new BudgetExhausted(
                    "All of it may cost %s USD, of which %s USD are spent, and the next call would cost %s USD; raise --budget"
                            .formatted(usd(limit.orElseThrow()), usd(spent), usd(amount)));
        }
        if (spent + setAside > most) {
            throw new SetAside();
        }
    }

    private static String usd(long microUsd) {
        return String.format(Locale.ROOT, "%.4f", microUsd / 1e6);
    }

    private synchronized void settle(long amount, long booked) {
        setAside -= amount;
        spent += booked;
    }

    /** What is set aside for one thing. Closing gives back what was not spent. */
    final class Share implements AutoCloseable {
        private final long amount;
        private long booked;

        private Share(long amount) {
            this.amount = amount;
        }

        void spend(Iterable<ProviderCall> calls) {
            calls.forEach(call -> booked += call.booked());
        }

        @Override
        public void close() {
            settle(amount, booked);
        }
    }
}
