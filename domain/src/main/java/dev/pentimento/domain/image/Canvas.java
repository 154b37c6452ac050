package dev.pentimento.domain.image;

import java.util.Comparator;
import java.util.List;

/**
 * The sizes of picture that somebody can work on. What has another size is scaled as little as possible, never distorted, and surrounded by as
 * little as possible to get one of them.
 */
public sealed interface Canvas {

    /** The size to work on for a picture of this size; may be smaller than the picture, whose ratio of sides then matters. */
    ImageSize fit(ImageSize picture);

    /** Whatever the picture is. */
    record Any() implements Canvas {
        @Override
        public ImageSize fit(ImageSize picture) {
            return picture;
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
            if (!sound) {
                throw new IllegalArgumentException("No size fits steps of %d, sides %d..%d, %d..%d px and ratio %s"
                        .formatted(step, minSide, maxSide, minPixels, maxPixels, maxRatio));
            }
        }

        @Override
        public ImageSize fit(ImageSize picture) {
            double width = Math.max(picture.width(), picture.height() / maxRatio);
            double height = Math.max(picture.height(), picture.width() / maxRatio);
            double scale =
                    Math.max(1, Math.max(minSide / Math.min(width, height), Math.sqrt(minPixels / (width * height))));
            scale = Math.min(
                    scale, Math.min(maxSide / Math.max(width, height), Math.sqrt(maxPixels / (width * height))));
            return whole(width * scale, height * scale);
        }

        /** Rounded up to whole steps, unless that would be too much. */
        private ImageSize whole(double width, double height) {
            int wide = steps(width);
            int high = steps(height);
            while ((long) wide * high > maxPixels && Math.max(wide, high) > step) {
                if (wide >= high) {
                    wide -= step;
                } else {
                    high -= step;
                }
            }
            return new ImageSize(wide, high);
        }

        private int steps(double side) {
            int up = (int) Math.ceil(Math.round(side * 1000) / 1000.0 / step) * step;
            return Math.min(Math.max(up, step), maxSide / step * step);
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

        /** The one of which the picture covers most; of several the one nearest to the picture's own size. */
        @Override
        public ImageSize fit(ImageSize picture) {
            return sizes.stream()
                    .min(Comparator.comparingDouble((ImageSize size) -> -covered(size, picture))
                            .thenComparingLong(size -> Math.abs(size.pixels() - picture.pixels())))
                    .orElseThrow();
        }

        private static double covered(ImageSize size, ImageSize picture) {
            double ratio = (double) picture.width() / picture.height() * size.height() / size.width();
            return Math.round(Math.min(ratio, 1 / ratio) * 1000) / 1000.0;
        }
    }
}
