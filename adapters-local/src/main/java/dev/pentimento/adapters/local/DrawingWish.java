package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the words of a request ask to be drawn.
 *
 * @param counts how many there are to be of a motif, where the words say more than one
 * @param names lettering, the most important first; may be empty
 * @param palettes the best first
 * @param notUnderstood words that had no effect
 */
record DrawingWish(
        List<Motif> motifs,
        Map<Motif, Integer> counts,
        List<String> names,
        List<Palette> palettes,
        boolean themed,
        Set<DrawingStyle> styles,
        List<String> notUnderstood) {

    /** The same in other colours; without any, as it is. */
    DrawingWish in(List<ColorName> colors) {
        return colors.isEmpty()
                ? this
                : new DrawingWish(
                        motifs, counts, names, List.of(ColorList.palette(colors)), true, styles, notUnderstood);
    }

    boolean isEmpty() {
        return motifs.isEmpty() && names.isEmpty() && !themed;
    }

    boolean has(Motif motif) {
        return motifs.contains(motif);
    }

    /** As many of a motif as there are to be. */
    List<Layer> layers(Motif motif) {
        return Several.of(motif.layers(), count(motif));
    }

    /** 1 where the words do not say. */
    int count(Motif motif) {
        return counts.getOrDefault(motif, 1);
    }

    boolean wants(DrawingStyle style) {
        return styles.contains(style);
    }

    boolean isNamed() {
        return !names.isEmpty();
    }

    String name() {
        return names.get(0);
    }
}
