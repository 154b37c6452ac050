package dev.pentimento.ports.spi;

/**
 * How large an image may be to be taken in.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height
 * @param maxSide width or height in px
 */
public record IntakeLimits(long maxBytes, long maxPixels, int maxSide) {
    private static final long BYTES_PER_PIXEL = 4;
    /** For its chunks, beside a tenth of a byte per pixel for filters and blocks. */
    private static final long PNG_OVERHEAD = 1_000_000;

    public static final IntakeLimits DEFAULT = new IntakeLimits(25_000_000, 50_000_000, 16_384);

    public IntakeLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("Intake limits must be at least 1 but were %d bytes, %d px, %d px a side"
                    .formatted(maxBytes, maxPixels, maxSide));
        }
    }

    /** The largest image file a home may hold, in bytes: one that was taken in, or pixels as PNG, which at worst cannot be compressed. */
    public long maxHeldBytes() {
        return Math.max(maxBytes, maxPixels * BYTES_PER_PIXEL + maxPixels / 10 + PNG_OVERHEAD);
    }
}
