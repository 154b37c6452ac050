package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.awt.Color;

/**
 * Which colour of a palette is used for what.
 *
 * @param ground behind everything
 * @param lettering stands out clearly from the ground
 */
record Inks(Color ground, Color lettering, Color main, Color shade, Color accent) {
    /** The contrast that WCAG 2 asks of large letters and of graphics. */
    private static final double LEGIBLE = 3;

    /** Dark on light. */
    static Inks onPaper(Palette palette) {
        Color dark = at(palette, 0);
        Color paper = at(palette, 4);
        Color main = contrast(at(palette, 1), paper) < LEGIBLE ? dark : at(palette, 1);
        return new Inks(paper, dark, main, mix(main, dark, 0.45), at(palette, 2));
    }

    /** Light on the darkest colour. */
    static Inks onDark(Palette palette) {
        return new Inks(at(palette, 0), at(palette, 4), at(palette, 4), at(palette, 3), at(palette, 2));
    }

    /** Light on the deep colour that is not quite black, as far as that can be read. */
    static Inks onColor(Palette palette) {
        if (contrast(at(palette, 1), at(palette, 4)) < LEGIBLE) {
            return onDark(palette);
        }
        return new Inks(at(palette, 1), at(palette, 4), at(palette, 4), at(palette, 3), at(palette, 3));
    }

    /** Dark on the light colour that is not quite white. */
    static Inks onTint(Palette palette) {
        return new Inks(at(palette, 3), at(palette, 0), at(palette, 0), at(palette, 0), at(palette, 1));
    }

    Color of(Tone tone) {
        return switch (tone) {
            case MAIN -> main;
            case SHADE -> shade;
            case ACCENT, INLAY -> accent;
            case HOLE -> ground;
        };
    }

    /** The contrast ratio of WCAG 2, 1..21. */
    static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * Srgb.linear(color.getRed())
                + 0.7152 * Srgb.linear(color.getGreen())
                + 0.0722 * Srgb.linear(color.getBlue());
    }

    static Color at(Palette palette, int index) {
        return Color.decode(palette.colors().get(index));
    }

    static Color mix(Color from, Color to, double share) {
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
