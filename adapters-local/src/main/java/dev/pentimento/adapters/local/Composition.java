package dev.pentimento.adapters.local;

import java.util.Locale;
import java.util.function.Consumer;

/** How the parts of an original are arranged. */
enum Composition {
    STACKED(LogoLayouts::stacked),
    BADGE(BadgeLayout::draw),
    SIDE_BY_SIDE(LogoLayouts::sideBySide),
    TILE(LogoLayouts::tile),
    POSTER(PosterLayouts::poster),
    SCENE(SceneLayout::draw),
    SPLIT(PosterLayouts::split);

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Consumer<Sheet> drawing;

    Composition(Consumer<Sheet> drawing) {
        this.drawing = drawing;
    }

    void draw(Sheet sheet) {
        drawing.accept(sheet);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
