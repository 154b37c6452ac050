package dev.pentimento.domain.image;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sizes of a {@link Canvas.Grid}, looked through column by column: for every width there is a range of heights. */
record GridSizes(int step, int minSide, int maxSide, long minPixels, long maxPixels, double maxRatio) {
    /** So much of a pixel comes of reckoning in fractions. */
    private static final double NOTHING = 1e-6;

    boolean areNone() {
        return sizes(this::lowest).findAny().isEmpty();
    }

    boolean have(int width, int height) {
        return width % step == 0
                && height % step == 0
                && Math.min(width, height) >= minSide
                && Math.max(width, height) <= maxSide
                && height >= lowest(width)
                && height <= highest(width);
    }

    /** As it is, if a size holds it that is hardly larger, or larger for its shape alone; else scaled to fill one. */
    Placement place(ImageSize picture) {
        return holder(picture)
                .filter(canvas -> isLittleMore(canvas, picture))
                .map(canvas -> Placement.padded(picture, canvas))
                .orElseGet(() -> Placement.filling(picture, nearest(wanted(picture))));
    }

    /** The smallest size that holds the picture. */
    private Optional<ImageSize> holder(ImageSize picture) {
        int high = up(picture.height());
        return sizes(wide -> Math.max(high, lowest(wide)))
                .filter(size -> size.width() >= picture.width())
                .min(Comparator.comparingLong(ImageSize::pixels));
    }

    private boolean isLittleMore(ImageSize canvas, ImageSize picture) {
        int across = canvas.width() - picture.width();
        int down = canvas.height() - picture.height();
        boolean lessThanAStep = across < step && down < step;
        return lessThanAStep || !Placement.isWorthEnlarging(picture, canvas);
    }

    /** A picture's size with its shape brought within limits, scaled as little as possible; perhaps not in whole steps. */
    private double[] wanted(ImageSize picture) {
        double ratio = widestRatio();
        double width = Math.max(picture.width(), picture.height() / ratio);
        double height = Math.max(picture.height(), picture.width() / ratio);
        double larger = Math.max(minSide / Math.min(width, height), Math.sqrt(minPixels / (width * height)));
        double smaller = Math.min(maxSide / Math.max(width, height), Math.sqrt(maxPixels / (width * height)));
        double scale = Math.min(Math.max(1, larger), smaller);
        return new double[] {width * scale, height * scale};
    }

    /** All limits together may allow less than {@code maxRatio}. */
    private double widestRatio() {
        double bySides = (double) maxSide / minSide;
        double byMost = (double) maxPixels / minSide / minSide;
        double byLeast = (double) maxSide * maxSide / minPixels;
        return Math.max(1, Math.min(Math.min(maxRatio, bySides), Math.min(byMost, byLeast)));
    }

    /** Of sizes equally near the larger one. */
    private ImageSize nearest(double[] wanted) {
        int wide = up(whole(wanted[0]));
        int high = up(whole(wanted[1]));
        return sizes(width -> Math.min(Math.max(high, lowest(width)), highest(width)))
                .min(Comparator.comparingInt(
                                (ImageSize size) -> Math.abs(size.width() - wide) + Math.abs(size.height() - high))
                        .thenComparingLong(size -> -size.pixels()))
                .orElseThrow();
    }

    /** One size for every width, where the height that is proposed for it is in range. */
    private Stream<ImageSize> sizes(IntFunction<Integer> height) {
        return IntStream.rangeClosed(Math.max(1, up(minSide) / step), maxSide / step)
                .map(column -> column * step)
                .filter(width -> have(width, height.apply(width)))
                .mapToObj(width -> new ImageSize(width, height.apply(width)));
    }

    private int lowest(int width) {
        long byShape = whole(width / maxRatio);
        long byPixels = (minPixels + width - 1) / width;
        return up(Math.max(Math.max(minSide, byShape), byPixels));
    }

    private int highest(int width) {
        long byShape = (long) (width * maxRatio + NOTHING);
        long byPixels = maxPixels / width;
        return (int) Math.min(Math.min(maxSide, byShape), byPixels) / step * step;
    }

    private static long whole(double side) {
        return (long) Math.ceil(side - NOTHING);
    }

    private int up(long side) {
        return (int) Math.min(Integer.MAX_VALUE / 2, (side + step - 1) / step * step);
    }
}
