package dev.pentimento.domain.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** How far each pixel of a base image may change: 0 = not at all, 255 = freely. Immutable; compares by content. */
public final class Mask {
    static final int FREE = 255;

    private final ImageSize size;
    private final byte[] coverage;

    private Mask(ImageSize size, byte[] coverage) {
        this.size = size;
        this.coverage = coverage;
    }

    /** Copies {@code coverage}, one unsigned byte per pixel, row by row. */
    public static Mask of(ImageSize size, byte[] coverage) {
        if (coverage.length != size.pixels()) {
            throw new IllegalArgumentException(
                    "A mask of %s needs %d values but was given %d".formatted(size, size.pixels(), coverage.length));
        }
        return new Mask(size, coverage.clone());
    }

    /** Takes over {@code coverage} without a copy: the caller must forget it. */
    static Mask adopt(ImageSize size, byte[] coverage) {
        return new Mask(size, coverage);
    }

    /**
     * Draws {@code spec} for a base image of {@code size}.
     *
     * @param pictures finds the pixels of a painted shape
     * @throws IllegalArgumentException if a painted shape has another size than the base image
     */
    public static Mask draw(MaskSpec spec, ImageSize size, Function<ImageDigest, Raster> pictures) {
        Mask union = MaskPainter.paint(spec.shapes(), size, pictures);
        return spec.feather() == 0 ? union : Feather.inside(union, spec.feather());
    }

    public ImageSize size() {
        return size;
    }

    /** 0..255. */
    public int coverage(int x, int y) {
        return coverage[y * size.width() + x] & 0xff;
    }

    /** Whether nothing may change. */
    public boolean isEmpty() {
        return bounds().isEmpty();
    }

    /** The smallest section that holds everything that may change; empty if nothing may. */
    public Optional<Section> bounds() {
        int left = size.width();
        int right = 0;
        int top = size.height();
        int bottom = 0;
        for (int i = 0; i < coverage.length; i++) {
            if (coverage[i] != 0) {
                left = Math.min(left, i % size.width());
                right = Math.max(right, i % size.width() + 1);
                top = Math.min(top, i / size.width());
                bottom = i / size.width() + 1;
            }
        }
        return right == 0
                ? Optional.empty()
                : Optional.of(new Section(left, top, new ImageSize(right - left, bottom - top)));
    }

    /** A picture in two colours: {@code free} where anything may change, if only a little, {@code kept} elsewhere. */
    public Raster painted(int free, int kept) {
        return Raster.generate(size, (x, y) -> coverage(x, y) == 0 ? kept : free);
    }

    /** A copy of all values, one unsigned byte per pixel, row by row. */
    public byte[] toArray() {
        return coverage.clone();
    }

    /** The values themselves, for reading inside this package only. */
    byte[] values() {
        return coverage;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask that && size.equals(that.size) && Arrays.equals(coverage, that.coverage);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(coverage);
    }

    @Override
    public String toString() {
        return "Mask[" + size + "]";
    }
}
