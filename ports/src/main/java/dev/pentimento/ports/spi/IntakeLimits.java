package dev.pentimento.ports.spi;

import java.time.Duration;

/**
 * How large an image may be to be taken in, and how long that may take.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height
 * @param maxSide width or height in px
 * @param timeout for reading one file, the wait for its turn included; at most a day
 */
public record IntakeLimits(long maxBytes, long maxPixels, int maxSide, Duration timeout) {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);
    private static final long BYTES_PER_PIXEL = 4;
    /** For its chunks, beside a tenth of a byte per pixel for filters and blocks. */
    private static final long PNG_OVERHEAD = 1_000_000;

    public static final IntakeLimits DEFAULT = new IntakeLimits(25_000_000, 50_000_000, 16_384);

    public IntakeLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("Intake limits must be at least 1 but were %d bytes, %d px, %d px a side"
                    .formatted(maxBytes, maxPixels, maxSide));
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("The intake timeout must lie between 0 and 24 hours but was " + timeout);
        }
    }

    /** With the usual 30 seconds. */
    public IntakeLimits(long maxBytes, long maxPixels, int maxSide) {
        this(maxBytes, maxPixels, maxSide, USUAL_TIMEOUT);
    }

    /** The largest image file a home may hold, in bytes: one that was taken in, or pixels as PNG, which at worst cannot be compressed. */
    public long maxHeldBytes() {
        return Math.max(maxBytes, maxPixels * BYTES_PER_PIXEL + maxPixels / 10 + PNG_OVERHEAD);
    }
}
