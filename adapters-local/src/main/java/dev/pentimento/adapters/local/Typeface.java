package dev.pentimento.adapters.local;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.util.Locale;
import java.util.Map;

/** Ways to set a name. */
enum Typeface {
    BROAD(BundledFont.SANS, 0.24, true),
    CLASSIC(BundledFont.SERIF_BOLD, -0.01, false),
    STURDY(BundledFont.SANS_CONDENSED_BOLD, 0.05, true),
    STATELY(BundledFont.SERIF_CONDENSED, 0.16, true),
    FRIENDLY(BundledFont.SANS_BOLD, -0.035, false);

    private static final float EM = 100;
    private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

    private final BundledFont face;
    /** Space added after each letter, in em. */
    private final double tracking;

    private final boolean capitals;

    Typeface(BundledFont face, double tracking, boolean capitals) {
        this.face = face;
        this.tracking = tracking;
        this.capitals = capitals;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String cased(String text) {
        return capitals ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** The outlines of a line at 100 px to the em, its baseline at y = 0. */
    Shape outline(String text) {
        return new TextLayout(cased(text), font(), OUTLINES).getOutline(null);
    }

    /** How far a letter moves the pen at 100 px to the em. */
    double advance(String letter) {
        return font().getStringBounds(letter, OUTLINES).getWidth();
    }

    private Font font() {
        return face.ofSize(EM)
                .deriveFont(Map.of(TextAttribute.TRACKING, tracking, TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    /** From baseline to baseline at 100 px to the em. */
    double leading() {
        return capitals ? 106 : 118;
    }
}
