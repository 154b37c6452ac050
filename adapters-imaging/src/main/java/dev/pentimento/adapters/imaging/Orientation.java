package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;

/** How stored pixels lie to the upright picture, in the order of the EXIF values 1 to 8 (EXIF 2.32, tag 0x0112). */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    LYING_LEFT(true, false, true),
    TRANSVERSED(true, true, true),
    LYING_RIGHT(true, true, false);

    /** Of the pixels, as they are stored and as they are turned. */
    static final int BYTES_PER_PIXEL = 4;

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Values outside 1 to 8 mean nothing, hence upright. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /** What turning takes beside the pixels themselves. */
    int bytesPerPixel() {
        return this == UPRIGHT ? 0 : BYTES_PER_PIXEL;
    }

    /** The upright picture of {@code argb}, stored with {@code size}, which is used up. */
    Raster upright(ImageSize size, int[] argb) {
        if (this == UPRIGHT) {
            return Raster.adopt(size, argb);
        }
        int across = fromRight ? -1 : 1;
        int down = fromBottom ? -size.width() : size.width();
        int origin = (fromRight ? size.width() - 1 : 0) + (fromBottom ? (size.height() - 1) * size.width() : 0);
        if (swapsSides) {
            int turnedWidth = size.height();
            int turnedHeight = size.width();
            return Raster.generate(
                    new ImageSize(turnedWidth, turnedHeight), (x, y) -> argb[origin + y * across + x * down]);
        }
        return Raster.generate(size, (x, y) -> argb[origin + x * across + y * down]);
    }
}
