package dev.pentimento.adapters.imaging;

import java.util.Arrays;
import java.util.Optional;

/** The colour types of PNG. */
enum PngColour {
    GREY(0, 1, 1 | 2 | 4 | 8 | 16),
    RGB(2, 3, 8 | 16),
    PALETTE(3, 1, 1 | 2 | 4 | 8),
    GREY_ALPHA(4, 2, 8 | 16),
    RGB_ALPHA(6, 4, 8 | 16);

    private final int code;
    private final int samples;
    /** Every depth is a power of two, so a set of them is their sum. */
    private final int depths;

    PngColour(int code, int samples, int depths) {
        this.code = code;
        this.samples = samples;
        this.depths = depths;
    }

    static Optional<PngColour> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    boolean allows(int depth) {
        return Integer.bitCount(depth) == 1 && (depths & depth) != 0;
    }

    int code() {
        return code;
    }

    /** Samples per pixel. */
    int samples() {
        return samples;
    }

    boolean isGrey() {
        return this == GREY || this == GREY_ALPHA;
    }
}
