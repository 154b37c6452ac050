package dev.pentimento.domain.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often which colours occur in the areas of a picture, so that looking for groups need not look at every pixel again. */
final class ColorBins {
    /** Bits per channel. */
    private static final int BITS = 5;

    private static final int DROPPED = 8 - BITS;
    /** Summed difference of the channels up to which neighbours belong to one area. */
    private static final int STEP = 30;
    /** With less of the picture in areas than this, everything counts. */
    private static final double ENOUGH = 0.3;
    /** Less than this share of what counts is no colour of the picture. */
    private static final double SPECK = 0.0002;

    private final long[] counts = new long[1 << (3 * BITS)];
    private final int[] typical = new int[counts.length];
    private final int[] votes = new int[counts.length];

    private ColorBins() {}

    /** Visible colours; soft edges are left out where the picture has areas at all. */
    static List<Bin> of(Raster picture) {
        ColorBins areas = new ColorBins();
        areas.count(picture, true);
        if (areas.total() >= ENOUGH * picture.size().pixels()) {
            return areas.bins();
        }
        ColorBins all = new ColorBins();
        all.count(picture, false);
        return all.bins();
    }

    private void count(Raster picture, boolean onlyAreas) {
        int[] pixels = picture.pixels();
        int width = picture.width();
        for (int i = 0; i < pixels.length; i++) {
            boolean visible = pixels[i] >>> 24 > 0;
            if (visible && (!onlyAreas || isLikeNeighbours(pixels, i, width))) {
                add(pixels[i]);
            }
        }
    }

    private static boolean isLikeNeighbours(int[] pixels, int i, int width) {
        return (i % width == 0 || isLike(pixels[i], pixels[i - 1]))
                && ((i + 1) % width == 0 || isLike(pixels[i], pixels[i + 1]))
                && (i < width || isLike(pixels[i], pixels[i - width]))
                && (i + width >= pixels.length || isLike(pixels[i], pixels[i + width]));
    }

    private static boolean isLike(int one, int other) {
        int difference = Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff))
                + Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff))
                + Math.abs((one & 0xff) - (other & 0xff));
        return difference <= STEP;
    }

    /** Keeps the typical colour by the majority vote of Boyer and Moore (1981). */
    private void add(int pixel) {
        int bin = (level(pixel >> 16) << (2 * BITS)) | (level(pixel >> 8) << BITS) | level(pixel);
        counts[bin]++;
        if (votes[bin] == 0) {
            typical[bin] = pixel;
        }
        votes[bin] += typical[bin] == pixel ? 1 : -1;
    }

    private static int level(int channel) {
        return (channel & 0xff) >> DROPPED;
    }

    private long total() {
        return Arrays.stream(counts).sum();
    }

    private List<Bin> bins() {
        long total = total();
        return IntStream.range(0, counts.length)
                .filter(bin -> counts[bin] > SPECK * total)
                .mapToObj(bin -> new Bin(counts[bin], typical[bin], OkLab.ofArgb(typical[bin])))
                .toList();
    }

    /**
     * Nearly equal colours.
     *
     * @param typical the colour of most of them, if there is one
     * @param color the typical colour in OKLab
     */
    record Bin(long count, int typical, OkLab color) {}
}
