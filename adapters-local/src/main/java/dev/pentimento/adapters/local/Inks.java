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

    /** Dark on light. */
    static Inks onPaper(Palette palette) {
        return new Inks(
                at(palette, 4),
                at(palette, 0),
                at(palette, 1),
                mix(at(palette, 1), at(palette, 0), 0.45),
                at(palette, 2));
    }

    /** Light on the darkest colour. */
    static Inks onDark(Palette palette) {
        return new Inks(at(palette, 0), at(palette, 4), at(palette, 4), at(palette, 3), at(palette, 2));
    }

    /** Light on the deep colour that is not quite black. */
    static Inks onColor(Palette palette) {
        return new Inks(at(palette, 1), at(palette, 4), at(palette, 4), at(palette, 3), at(palette, 3));
    }

    /** Dark on the light colour that is not quite white. */
    static Inks onTint(Palette palette) {
        return new Inks(at(palette, 3), at(palette, 0), at(palette, 0), at(palette, 0), at(palette, 4));
    }

    Color of(Tone tone) {
        return switch (tone) {
            case MAIN -> main;
            case SHADE -> shade;
            case ACCENT -> accent;
            case HOLE -> ground;
        };
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
