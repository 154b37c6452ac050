package dev.pentimento.ports.spi;

import java.time.Duration;

/**
 * How calls to one provider are limited.
 *
 * @param concurrency how many at a time, at least 1
 * @param perSecond how many may begin in a second; more than 0
 * @param timeout how long one may take
 * @param retryUnknownOnce whether a call of unknown outcome is made once more by itself, although it may be billed again
 */
public record CallPolicy(int concurrency, double perSecond, Duration timeout, boolean retryUnknownOnce) {
    public static final CallPolicy DEFAULT = new CallPolicy(4, 5, Duration.ofMinutes(10), false);
}
