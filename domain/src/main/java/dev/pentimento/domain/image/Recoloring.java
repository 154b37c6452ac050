package dev.pentimento.domain.image;

public final class Recoloring {
    private Recoloring() {}

    public static Raster recolor(Raster base, Palette palette) {
        return base;
    }
}
