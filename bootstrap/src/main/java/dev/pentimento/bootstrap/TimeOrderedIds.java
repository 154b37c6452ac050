package dev.pentimento.bootstrap;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a counter, then chance. Ids made by one process sort by
 * the order in which they were made.
 */
final class TimeOrderedIds implements Supplier<UUID> {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000000000000000L;
    private static final long LOWER_62_BITS = 0x3fffffffffffffffL;
    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_LIMIT = 1 << COUNTER_BITS;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long millis;
    private int counter;

    TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized UUID get() {
        tick(clock.millis());
        long high = millis << 16 | VERSION_7 | counter;
        long low = VARIANT_RFC | (random.nextLong() & LOWER_62_BITS);
        return new UUID(high, low);
    }

    /** A clock that stands still or goes back does not turn the order round; a full counter borrows from the future. */
    private void tick(long now) {
        if (now > millis) {
            millis = now;
            counter = random.nextInt(COUNTER_LIMIT / 2);
            return;
        }
        counter++;
        if (counter == COUNTER_LIMIT) {
            millis++;
            counter = 0;
        }
    }
}
