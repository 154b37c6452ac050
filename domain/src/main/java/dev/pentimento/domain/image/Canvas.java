package dev.pentimento.domain.image;

import java.util.Comparator;
import java.util.List;

/**
 * The sizes of picture that somebody can work on. What has another size is scaled as little as possible, never distorted, and surrounded by as
 * little as possible to get one of them.
 */
public sealed interface Canvas {

    /** How a picture of this size lies on it: as it is where it can, else scaled. */
    Placement place(ImageSize picture);

    /** The size to work on for a picture of this size; may be smaller than the picture, whose ratio of sides then matters. */
    default ImageSize fit(ImageSize picture) {
        return place(picture).canvas();
    }

    /** Whatever the picture is. */
    record Any() implements Canvas {
        @Override
        public Placement place(ImageSize picture) {
            return Placement.padded(picture, picture);
        }
    }

    /**
     * Every size within limits.
     *
     * @param step both sides are multiples of it, in px
     * @param minSide in px, of the shorter side
     * @param maxSide in px, of the longer side
     * @param minPixels width times height at least
     * @param maxPixels width times height at most
     * @param maxRatio the longer side divided by the shorter one at most
     */
    record Grid(int step, int minSide, int maxSide, long minPixels, long maxPixels, double maxRatio) implements Canvas {
        public Grid {
            boolean sound = step >= 1
                    && minSide >= 1
                    && maxSide >= minSide
                    && minPixels >= 1
                    && maxPixels >= minPixels
                    && maxRatio >= 1;
            if (!sound || new GridSizes(step, minSide, maxSide, minPixels, maxPixels, maxRatio).areNone()) {
                throw new IllegalArgumentException("No size fits steps of %d, sides %d..%d, %d..%d px and ratio %s"
                        .formatted(step, minSide, maxSide, minPixels, maxPixels, maxRatio));
            }
        }

        /** Whether it is one of the sizes. */
        public boolean has(ImageSize size) {
            return sizes().have(size.width(), size.height());
        }

        @Override
        public Placement place(ImageSize picture) {
            return sizes().place(picture);
        }

        private GridSizes sizes() {
            return new GridSizes(step, minSide, maxSide, minPixels, maxPixels, maxRatio);
        }
    }

    /** One of a few; at least one. */
    record Listed(List<ImageSize> sizes) implements Canvas {
        public Listed {
            sizes = List.copyOf(sizes);
            if (sizes.isEmpty()) {
                throw new IllegalArgumentException("A canvas needs at least one size");
            }
        }

        /** On the one that shows most of its pixels with least around them; of several on the one nearest to its own size. */
        @Override
        public Placement place(ImageSize picture) {
            ImageSize best = sizes.stream()
                    .min(Comparator.comparingLong((ImageSize size) -> -worth(size, picture))
                            .thenComparingLong(size -> Math.abs(size.pixels() - picture.pixels())))
                    .orElseThrow();
            boolean holds = best.width() >= picture.width() && best.height() >= picture.height();
            return holds && !Placement.isWorthEnlarging(picture, best)
                    ? Placement.padded(picture, best)
                    : Placement.filling(picture, best);
        }

        /** The share of the picture's pixels that are left, times the share of the canvas that they cover; in thousandths. */
        private static long worth(ImageSize size, ImageSize picture) {
            double scale = scale(size, picture);
            double left = Math.min(1, scale * scale);
            return Math.round(1000 * left * scale * scale * picture.pixels() / size.pixels());
        }

        private static double scale(ImageSize size, ImageSize picture) {
            return Math.min((double) size.width() / picture.width(), (double) size.height() / picture.height());
        }
    }
}
