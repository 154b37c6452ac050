package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.domain.image.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Palettes for when the vendor has none: as many as may be asked for at once. */
final class BuiltInPalettes {
    private static final String ORIGIN = "built in";

    static final List<Palette> ALL = List.of(
            palette("Harbour at dawn", "#14213d", "#34568b", "#6f9bd1", "#f2b79f", "#fdf0e6"),
            palette("Old brick", "#3b1f1b", "#7a3b2e", "#b5654a", "#d9a48f", "#f3e3da"),
            palette("Moss garden", "#1d2b1f", "#3f5d3a", "#7d9b5f", "#b9cf98", "#eef4e1"),
            palette("Plum and brass", "#2e1a2f", "#5e3360", "#9a5f8f", "#c9a227", "#f4ead0"),
            palette("Winter paper", "#22282e", "#56616b", "#95a3ae", "#ccd5db", "#f7f9fa"),
            palette("Market stall", "#5a1a1a", "#d1495b", "#edae49", "#66a182", "#fcf6ec"),
            palette("Deep lagoon", "#06282d", "#0b5563", "#2b9aa0", "#8fd6c9", "#effaf6"));

    private BuiltInPalettes() {}

    private static Palette palette(String name, String... colors) {
        return new Palette(name, ORIGIN, List.of(colors));
    }

    /** The first {@code count} of the proposed ones and then of ours, which differ in names and colours. */
    static List<Palette> completed(List<Palette> proposed, int count) {
        List<Palette> chosen = new ArrayList<>();
        Stream.concat(proposed.stream(), ALL.stream())
                .filter(palette -> chosen.size() < count)
                .filter(palette -> chosen.stream().noneMatch(other -> isAlike(palette, other)))
                .forEach(chosen::add);
        return List.copyOf(chosen);
    }

    private static boolean isAlike(Palette one, Palette other) {
        return one.name().equalsIgnoreCase(other.name()) || one.colors().equals(other.colors());
    }
}
