package dev.pentimento.domain.cost;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * How much may be spent, in micro-USD; an empty limit limits nothing.
 *
 * @param perMonth of one user, in a calendar month (UTC)
 * @param perDay of everybody together, in a calendar day (UTC)
 * @param refuseUnknownPrices whether a call is refused whose price nobody can tell
 */
public record Budget(OptionalLong perJob, OptionalLong perMonth, OptionalLong perDay, boolean refuseUnknownPrices) {
    public static final Budget UNLIMITED =
            new Budget(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), false);

    /** What was booked already, in micro-USD. */
    public record Booked(long ofJob, long ofMonth, long ofDay) {}

    /**
     * Why a call may not be made that will probably cost {@code estimate}; empty when it may.
     *
     * @param books asked once, or not at all where nothing depends on it
     */
    public Optional<String> objection(Cost estimate, Supplier<Booked> books) {
        OptionalLong price = estimate.microUsd();
        if (price.isEmpty()) {
            return refuseUnknownPrices
                    ? Optional.of("The price of the call is not known; allow that by budget.unknown-price")
                    : Optional.empty();
        }
        long more = price.getAsLong();
        return more == 0 || isUnlimited() ? Optional.empty() : objection(more, books.get());
    }

    private boolean isUnlimited() {
        return perJob.isEmpty() && perMonth.isEmpty() && perDay.isEmpty();
    }

    private Optional<String> objection(long more, Booked booked) {
        return objection(perJob, booked.ofJob(), more, "job", "budget.per-job-usd")
                .or(() ->
                        objection(perMonth, booked.ofMonth(), more, "user and month", "budget.per-user-per-month-usd"))
                .or(() -> objection(perDay, booked.ofDay(), more, "day", "budget.per-day-usd"));
    }

    private static Optional<String> objection(OptionalLong limit, long booked, long more, String scope, String key) {
        if (limit.isEmpty() || booked + more <= limit.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of("The budget of %s USD per %s is used up to %s USD, and the call would cost %s USD; raise %s"
                .formatted(usd(limit.getAsLong()), scope, usd(booked), usd(more), key));
    }

    private static String usd(long microUsd) {
        return String.format(Locale.ROOT, "%.4f", microUsd / 1e6);
    }
}
