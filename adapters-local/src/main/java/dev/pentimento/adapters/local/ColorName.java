package dev.pentimento.adapters.local;

/**
 * Colours that people name: where they lie in OKLab, and which pixels count as one. All borders are soft.
 *
 * <p>Chromatic colours are picked by hue; browns, beiges and the like also by lightness and chroma, so that "lighter browns" leaves a beige background
 * alone.
 */
enum ColorName {
    RED(27, 0.60, 0.22, Pick.hue(25, 20).above(-1, 0.085), "red crimson scarlet ruby maroon burgundy"),
    ORANGE(55, 0.74, 0.17, Pick.hue(56, 16).above(0.58, 0.1), "orange tangerine apricot terracotta amber copper"),
    BROWN(58, 0.45, 0.08, Pick.hue(64, 27).between(0.1, 0.66).below(0.125), "brown mocha"),
    BEIGE(82, 0.90, 0.04, Pick.hue(82, 40).above(0.72, 0.012).below(0.085), "beige cream ivory tan ecru"),
    YELLOW(103, 0.88, 0.17, Pick.hue(100, 20).above(0.68, 0.085), "yellow"),
    GOLD(85, 0.76, 0.13, Pick.hue(84, 20).above(0.5, 0.07), "gold golden"),
    GREEN(145, 0.62, 0.17, Pick.hue(138, 32), "green emerald lime olive"),
    TEAL(192, 0.60, 0.10, Pick.hue(190, 24), "teal turquoise aqua cyan"),
    BLUE(258, 0.55, 0.18, Pick.hue(250, 38), "blue azure cobalt sapphire indigo"),
    NAVY(262, 0.30, 0.10, Pick.hue(258, 36).between(0, 0.42), "navy"),
    PURPLE(305, 0.52, 0.19, Pick.hue(304, 26), "purple violet lavender lilac"),
    PINK(355, 0.75, 0.14, Pick.hue(352, 26), "pink magenta fuchsia salmon coral"),
    BLACK(0, 0.18, 0, Pick.grey(0, 0.32), "black"),
    GREY(0, 0.62, 0, Pick.grey(0.3, 0.88), "grey gray silver"),
    WHITE(0, 1, 0, Pick.grey(0.9, 2), "white");

    private final float hue;
    private final float lightness;
    private final float chroma;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final Pick pick;

    private final String words;

    ColorName(double hue, double lightness, double chroma, Pick pick, String words) {
        this.hue = (float) Math.toRadians(hue);
        this.lightness = (float) lightness;
        this.chroma = (float) chroma;
        this.pick = pick;
        this.words = words;
    }

    String[] words() {
        return words.split(" ");
    }

    String label() {
        return words()[0];
    }

    Shade shade() {
        return new Shade(lightness, chroma * (float) StrictMath.cos(hue), chroma * (float) StrictMath.sin(hue));
    }

    /** How much a pixel counts as this colour, 0..1. */
    float share(LabImage image, int i) {
        return pick.share(image.l[i], image.a[i], image.b[i]);
    }
}
