package dev.pentimento.ports.spi;

/**
 * How large an image may be to be taken in.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height
 * @param maxSide width or height in px
 */
public record IntakeLimits(long maxBytes, long maxPixels, int maxSide) {
    public static final IntakeLimits DEFAULT = new IntakeLimits(25_000_000, 50_000_000, 16_384);

    public IntakeLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("Intake limits must be at least 1 but were %d bytes, %d px, %d px a side"
                    .formatted(maxBytes, maxPixels, maxSide));
        }
    }
}
