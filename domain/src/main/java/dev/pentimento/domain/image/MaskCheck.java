package dev.pentimento.domain.image;

/**
 * What a masked edit really did, measured on the finished pixels.
 *
 * @param maxDifferenceOutside the largest difference 0..255 of any channel of any pixel with coverage 0; promised to be 0
 * @param pixelsInside number of pixels with coverage above 0
 * @param changedInside how many of them differ from the parent in any channel
 */
public record MaskCheck(int maxDifferenceOutside, long pixelsInside, long changedInside) {

    /** Compares {@code result} with {@code parent} on both sides of {@code mask}; all three have one size. */
    public static MaskCheck of(Raster parent, Raster result, Mask mask) {
        SameSize.check("The result", result.size(), parent.size());
        SameSize.check("The mask", mask.size(), parent.size());
        int[] before = parent.pixels();
        int[] after = result.pixels();
        byte[] coverage = mask.values();
        int outside = 0;
        long inside = 0;
        long changed = 0;
        for (int i = 0; i < before.length; i++) {
            boolean same = before[i] == after[i];
            if (coverage[i] != 0) {
                inside++;
                changed += same ? 0 : 1;
            } else if (!same) {
                outside = Math.max(outside, Difference.ofPixels(before[i], after[i]));
            }
        }
        return new MaskCheck(outside, inside, changed);
    }

    public boolean isExact() {
        return maxDifferenceOutside == 0;
    }

    public boolean changedNothing() {
        return changedInside == 0;
    }

    /** 0..100. */
    public double changedInsidePercent() {
        return pixelsInside == 0 ? 0 : 100.0 * changedInside / pixelsInside;
    }
}
