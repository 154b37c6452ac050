package dev.pentimento.ports.spi;

import java.time.Duration;

/**
 * How long to leave alone what keeps failing: twice as long each time.
 *
 * @param first about how long after the first failure
 * @param most the longest
 */
public record Backoff(Duration first, Duration most) {
    /** For a job whose handler threw. */
    public static final Backoff OF_JOBS = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60));

    private static final int DOUBLINGS = 30;
    private static final double SPREAD = 0.25;

    /**
     * @param failures how many in a row, at least 1
     * @param chance from 0 to 1, which spreads those who failed together: the wait is up to a quarter shorter
     */
    public Duration after(int failures, double chance) {
        if (failures < 1) {
            throw new IllegalArgumentException("Failures must be at least 1 but were " + failures);
        }
        double doubled = (double) first.toMillis() * (1L << Math.min(failures - 1, DOUBLINGS));
        return Duration.ofMillis((long) (Math.min(doubled, (double) most.toMillis()) * (1 - SPREAD * chance)));
    }
}
