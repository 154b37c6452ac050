package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.util.function.Function;

/** What a design lies on. */
enum Ground {
    PAPER(Inks::onPaper),
    DARK(Inks::onDark),
    COLOR(Inks::onColor),
    TINT(Inks::onTint);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<Palette, Inks> inks;

    Ground(Function<Palette, Inks> inks) {
        this.inks = inks;
    }

    Inks inks(Palette palette) {
        return inks.apply(palette);
    }
}
