package dev.pentimento.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told to. */
final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
