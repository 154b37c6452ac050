package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.spi.IntakeLimits;

/**
 * How large a bundle may be to come in.
 *
 * @param entries images and the manifest
 * @param manifestBytes of the manifest as JSON
 * @param imageBytes of one image
 * @param steps from their originals down to all versions, added up
 */
record BundleLimits(int entries, long manifestBytes, long imageBytes, long steps) {
    private static final long MOST_ENTRIES = 1_000_000;
    private static final long LARGEST_MANIFEST = 1_000_000_000;

    /** A history takes about one and a half times as much memory as its manifest has bytes, and more while it is looked through. */
    private static final int HEAP_PER_MANIFEST = 8;

    /** An entry of the directory takes about 200 bytes, read and understood. */
    private static final int HEAP_PER_ENTRY = 2_000;

    /** A step makes a label longer by two characters, which are in memory several times when a lineage is shown. */
    private static final int HEAP_PER_STEP = 40;

    static BundleLimits of(IntakeLimits intake, long heapBytes) {
        return new BundleLimits(
                (int) Math.min(MOST_ENTRIES, heapBytes / HEAP_PER_ENTRY),
                Math.min(LARGEST_MANIFEST, heapBytes / HEAP_PER_MANIFEST),
                intake.maxHeldBytes(),
                heapBytes / HEAP_PER_STEP);
    }
}
