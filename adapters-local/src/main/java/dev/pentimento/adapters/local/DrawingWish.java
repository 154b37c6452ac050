package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.util.List;
import java.util.Set;

/**
 * What the words of a request ask to be drawn.
 *
 * @param names lettering, the most important first; may be empty
 * @param palettes the best first
 * @param notUnderstood words that had no effect
 */
record DrawingWish(
        List<Motif> motifs,
        List<String> names,
        List<Palette> palettes,
        boolean themed,
        Set<DrawingStyle> styles,
        List<String> notUnderstood) {

    /** The same in other colours; without any, as it is. */
    DrawingWish in(List<ColorName> colors) {
        return colors.isEmpty()
                ? this
                : new DrawingWish(motifs, names, List.of(ColorList.palette(colors)), true, styles, notUnderstood);
    }

    boolean isEmpty() {
        return motifs.isEmpty() && names.isEmpty() && !themed;
    }

    boolean has(Motif motif) {
        return motifs.contains(motif);
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
