package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Palette;
import java.util.ArrayList;
import java.util.List;

/** Makes the choices for each variant so that neighbours differ in everything: arrangement, colours, ground, treatment and letters. */
final class Designs {
    /** How many palettes of a theme are used before the first comes again. */
    private static final int PALETTES = 7;

    private final DrawingWish wish;
    private final ImageSize size;
    private final long seed;

    Designs(DrawingWish wish, ImageSize size, long seed) {
        this.wish = wish;
        this.size = size;
        this.seed = seed;
    }

    Design variant(int index) {
        return new Design(
                wish,
                pick(compositions(), 1, index),
                palette(index),
                ground(index),
                pick(treatments(), 4, index),
                pick(List.of(Typeface.values()), 5, index),
                (seed * 31 + index) * 97 + Math.floorMod(seed + index, 97));
    }

    private List<Composition> compositions() {
        List<Composition> fitting = new ArrayList<>();
        boolean wide = size.width() > 1.3 * size.height();
        if (wish.wants(DrawingStyle.BADGE)) {
            return List.of(Composition.BADGE);
        }
        if (wish.wants(DrawingStyle.POSTER)) {
            return List.of(Composition.SCENE, Composition.POSTER, Composition.SCENE, Composition.SPLIT);
        }
        if (wish.wants(DrawingStyle.TILE)) {
            return List.of(Composition.TILE, Composition.STACKED);
        }
        if (!wish.wants(DrawingStyle.LOGO) && !wish.isNamed()) {
            return isLandscape()
                    ? List.of(Composition.SCENE, Composition.POSTER, Composition.SCENE, Composition.STACKED)
                    : List.of(Composition.STACKED, Composition.SCENE, Composition.POSTER, Composition.BADGE);
        }
        fitting.add(wide && wish.isNamed() ? Composition.SIDE_BY_SIDE : Composition.STACKED);
        fitting.add(Composition.BADGE);
        fitting.add(Composition.TILE);
        fitting.add(Composition.SPLIT);
        return fitting;
    }

    private boolean isLandscape() {
        return wish.motifs().stream().anyMatch(motif -> motif.place() != Motif.Place.FRONT);
    }

    private List<Treatment> treatments() {
        if (wish.wants(DrawingStyle.OUTLINE)) {
            return List.of(Treatment.LINE);
        }
        return wish.wants(DrawingStyle.STENCIL)
                ? List.of(Treatment.STENCIL, Treatment.LINE)
                : List.of(Treatment.FLAT, Treatment.STENCIL, Treatment.LINE);
    }

    private Ground ground(int index) {
        List<Ground> grounds = wish.wants(DrawingStyle.DARK)
                ? List.of(Ground.DARK, Ground.COLOR)
                : List.of(Ground.PAPER, Ground.DARK, Ground.TINT, Ground.PAPER, Ground.COLOR);
        return pick(grounds, 3, index);
    }

    /** The best palettes of a theme come first; without a theme any may. */
    private Palette palette(int index) {
        List<Palette> palettes = wish.palettes();
        return wish.themed()
                ? palettes.get(index % Math.min(PALETTES, palettes.size()))
                : palettes.get((int) Math.floorMod(offset(2) + index, (long) palettes.size()));
    }

    private <T> T pick(List<T> choices, int salt, int index) {
        return choices.get((int) Math.floorMod(offset(salt) + index, (long) choices.size()));
    }

    /** Where a seed begins in a list. */
    private long offset(int salt) {
        return (long) ((Noise.signed(seed, salt) + 1) * 100_000);
    }
}
