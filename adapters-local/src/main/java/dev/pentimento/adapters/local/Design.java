package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.util.List;

/**
 * Every choice behind one original.
 *
 * @param number fixes what is left to chance
 */
record Design(
        DrawingWish wish,
        Composition composition,
        Palette palette,
        Ground ground,
        Treatment treatment,
        Typeface typeface,
        long number) {

    Inks inks() {
        return ground.inks(palette);
    }

    List<Layer> emblem() {
        return Emblem.of(wish, number);
    }

    /** Chance that is the same for each drawing of this design, 0..1. */
    double chance(int index) {
        return (Noise.signed(number, index) + 1) / 2;
    }

    /** What is drawn, in words. */
    String words() {
        return "%s of %s%s, %s, in %s letters, palette %s"
                .formatted(
                        composition.label(),
                        subject(),
                        wish.isNamed() ? " with \"" + String.join("\" and \"", wish.names()) + "\"" : "",
                        (composition == Composition.SCENE ? Treatment.FLAT : treatment).label(),
                        typeface.label(),
                        palette.name());
    }

    /** A mark has room for two motifs, a scene for one in front of land and sky. */
    private List<Motif> shown() {
        if (composition != Composition.SCENE) {
            return wish.motifs().stream().limit(2).toList();
        }
        List<Motif> front = wish.motifs().stream()
                .filter(motif -> motif.place() == Motif.Place.FRONT)
                .toList();
        return wish.motifs().stream().filter(motif -> front.indexOf(motif) < 1).toList();
    }

    private String label(Motif motif) {
        int count = wish.count(motif);
        return count == 1 ? motif.label() : "%d times %s".formatted(count, motif.label());
    }

    private String subject() {
        List<String> motifs = shown().stream().map(this::label).toList();
        return motifs.isEmpty() ? "an abstract mark" : String.join(" and ", motifs);
    }
}
