package dev.pentimento.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told to, or each time it is looked at. */
final class SettableClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private Duration tick = Duration.ZERO;

    @Override
    public synchronized Instant instant() {
        now = now.plus(tick);
        return now;
    }

    /** From now on moves by {@code each} whenever somebody looks, so that waiting ends soon. */
    synchronized void ticks(Duration each) {
        tick = each;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
