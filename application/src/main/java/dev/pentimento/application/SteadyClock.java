package dev.pentimento.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Goes forward as another clock does, and stands still while that one is put back: who waits for a moment on it waits no longer because somebody
 * corrected the time of the machine, except for what passed since it was last looked at. What it shows is good for comparing only. Safe for use by several threads.
 */
final class SteadyClock extends Clock {
    private final InstantSource source;
    private Instant seen;
    private Instant now;

    SteadyClock(InstantSource source) {
        this.source = source;
        this.seen = source.instant();
        this.now = seen;
    }

    @Override
    public synchronized Instant instant() {
        Instant shown = source.instant();
        Duration passed = Duration.between(seen, shown);
        seen = shown;
        now = passed.isNegative() ? now : now.plus(passed);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("It is good for comparing only and so has no zone but UTC");
    }
}
