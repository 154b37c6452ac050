package dev.pentimento.domain.image;

/** How light a pixel is: ITU-R BT.601 luma in integers, 0..255; the weights add up to 256, so that black stays 0 and white stays 255. */
final class Luma {
    private Luma() {}

    /** As if it were opaque. */
    static int of(int argb) {
        return (77 * (argb >> 16 & 0xff) + 150 * (argb >> 8 & 0xff) + 29 * (argb & 0xff)) >> 8;
    }

    static int overWhite(int argb) {
        int alpha = argb >>> 24;
        return (alpha * of(argb) + (255 - alpha) * 255) / 255;
    }
}
