package dev.pentimento.domain.image;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Pixels: 8-bit sRGB with straight (not premultiplied) alpha, packed as {@code 0xAARRGGBB}, rows from the top. Immutable; compares by content. */
public final class Raster {
    private final ImageSize size;
    private final int[] argb;

    private Raster(ImageSize size, int[] argb) {
        this.size = size;
        this.argb = argb;
    }

    /** Copies {@code argb}, which holds one pixel per element, row by row. */
    public static Raster of(ImageSize size, int[] argb) {
        return adopt(size, argb.clone());
    }

    /**
     * Takes over {@code argb} without a copy, which saves 4 bytes a pixel. Only for code that made the array and forgets it at once: whoever writes to
     * it afterwards breaks the promise that rasters never change.
     */
    public static Raster adopt(ImageSize size, int[] argb) {
        if (argb.length != size.pixels()) {
            throw new IllegalArgumentException(
                    "A raster of %s needs %d pixels but was given %d".formatted(size, size.pixels(), argb.length));
        }
        return new Raster(size, argb);
    }

    /** Asks {@code pixel} for the colour at every (x, y). */
    public static Raster generate(ImageSize size, IntBinaryOperator pixel) {
        int[] argb = new int[Math.toIntExact(size.pixels())];
        int i = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                argb[i++] = pixel.applyAsInt(x, y);
            }
        }
        return new Raster(size, argb);
    }

    public ImageSize size() {
        return size;
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    public int argb(int x, int y) {
        return argb[y * size.width() + x];
    }

    /** Copies row {@code y} to the beginning of {@code target}. */
    public void copyRow(int y, int[] target) {
        System.arraycopy(argb, y * size.width(), target, 0, size.width());
    }

    /** A copy of all pixels, row by row. */
    public int[] toArray() {
        return argb.clone();
    }

    /** The pixels themselves, for reading inside this package only. */
    int[] pixels() {
        return argb;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raster that && size.equals(that.size) && Arrays.equals(argb, that.argb);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(argb);
    }

    @Override
    public String toString() {
        return "Raster[" + size + "]";
    }
}
