package dev.pentimento.domain.image;

/**
 * How far two pictures of one size are apart.
 *
 * @param changedPercent share 0..100 of pixels that differ in any channel
 * @param maxDifference largest difference 0..255 of any channel of any pixel
 * @param similarity mean SSIM of luma, at most 1; 1 = identical
 */
public record Difference(double changedPercent, int maxDifference, double similarity) {

    /** Compares two pictures of one size. */
    public static Difference between(Raster a, Raster b) {
        SameSize.check("The second picture", b.size(), a.size());
        int[] left = a.pixels();
        int[] right = b.pixels();
        long changed = 0;
        int most = 0;
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i]) {
                changed++;
                most = Math.max(most, ofPixels(left[i], right[i]));
            }
        }
        return new Difference(100.0 * changed / left.length, most, StructuralSimilarity.of(a, b));
    }

    static int ofPixels(int a, int b) {
        int alpha = Math.abs((a >>> 24) - (b >>> 24));
        int red = Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff));
        int green = Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff));
        int blue = Math.abs((a & 0xff) - (b & 0xff));
        return Math.max(Math.max(alpha, red), Math.max(green, blue));
    }
}
