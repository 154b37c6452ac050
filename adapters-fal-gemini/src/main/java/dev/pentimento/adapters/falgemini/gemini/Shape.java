package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.types.ImageConfig;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the API is told which size a picture shall have: by the ratio of its sides, and by a tier. It makes the sizes of its own table, of which the
 * one meant is the nearest.
 *
 * <p>Source: the page "Image generation" of the Gemini API's documentation, tables of aspect ratios and resolutions.
 */
record Shape(Ratio ratio, Tier tier, boolean tierIsChosen) {

    /** The sizes of tier 1K that all image models make but those of the 2.5 generation, where they differ by a few pixels. */
    static final Canvas.Listed DEFAULT_CANVAS = new Canvas.Listed(List.of(
            new ImageSize(1024, 1024),
            new ImageSize(848, 1264),
            new ImageSize(1264, 848),
            new ImageSize(896, 1200),
            new ImageSize(1200, 896),
            new ImageSize(928, 1152),
            new ImageSize(1152, 928),
            new ImageSize(768, 1376),
            new ImageSize(1376, 768),
            new ImageSize(1584, 672)));

    /** Of one of the sizes of a canvas. Where all are of one tier, the model has no other, and refuses to be told. */
    static Shape of(ImageSize size, Canvas canvas) {
        boolean choice = canvas instanceof Canvas.Listed listed
                && listed.sizes().stream().map(Tier::of).distinct().count() > 1;
        return new Shape(Ratio.of(size), Tier.of(size), choice);
    }

    ImageConfig config() {
        ImageConfig.Builder config = ImageConfig.builder().aspectRatio(ratio.label());
        return tierIsChosen ? config.imageSize(tier.label).build() : config.build();
    }

    /** Width to height. */
    record Ratio(int width, int height) {
        private static final List<Ratio> ALL = List.of(
                new Ratio(1, 1),
                new Ratio(2, 3),
                new Ratio(3, 2),
                new Ratio(3, 4),
                new Ratio(4, 3),
                new Ratio(4, 5),
                new Ratio(5, 4),
                new Ratio(9, 16),
                new Ratio(16, 9),
                new Ratio(21, 9),
                new Ratio(1, 4),
                new Ratio(4, 1),
                new Ratio(1, 8),
                new Ratio(8, 1));

        /** The nearest there is. */
        static Ratio of(ImageSize size) {
            return ALL.stream()
                    .min(Comparator.comparingDouble(ratio -> ratio.distance(size)))
                    .orElseThrow();
        }

        private double distance(ImageSize size) {
            return Math.abs(Math.log((double) size.width() * height / ((double) size.height() * width)));
        }

        String label() {
            return width + ":" + height;
        }
    }

    /** How many pixels, as the side of a square, and how many tokens gemini-3.1-flash-image counts for a picture of them. */
    enum Tier {
        HALF("512", 512, 747),
        ONE("1K", 1024, 1120),
        TWO("2K", 2048, 1680),
        FOUR("4K", 4096, 2520);

        private final String label;
        private final int side;
        private final int tokens;

        Tier(String label, int side, int tokens) {
            this.label = label;
            this.side = side;
            this.tokens = tokens;
        }

        /** The nearest there is. */
        static Tier of(ImageSize size) {
            return Arrays.stream(values())
                    .min(Comparator.comparingDouble(
                            tier -> Math.abs(Math.log(Math.sqrt((double) size.pixels()) / tier.side))))
                    .orElseThrow();
        }

        String label() {
            return label;
        }

        int tokens() {
            return tokens;
        }
    }
}
