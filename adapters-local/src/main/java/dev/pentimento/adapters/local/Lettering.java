package dev.pentimento.adapters.local;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words set in a bundled face as outlines, with the baseline at y = 0 and an em of {@value #EM} px.
 *
 * @param tracking extra space between letters in em
 */
record Lettering(BundledFont face, String text, double tracking) {
    static final double EM = 200;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    static Lettering plain(BundledFont face, String text) {
        return new Lettering(face, text, 0);
    }

    /** The whole text. */
    Path2D outline() {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        glyphs().forEach(glyph -> path.append(glyph, false));
        return path;
    }

    /** One outline for each character that leaves ink, from left to right. */
    List<Shape> glyphs() {
        GlyphVector vector = layout();
        List<Shape> glyphs = new ArrayList<>();
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            Shape glyph = vector.getGlyphOutline(i);
            if (!glyph.getBounds2D().isEmpty()) {
                glyphs.add(AffineTransform.getTranslateInstance(i * tracking * EM, 0)
                        .createTransformedShape(glyph));
            }
        }
        return glyphs;
    }

    Rectangle2D bounds() {
        return outline().getBounds2D();
    }

    /** The text drawn over a whole map of the given size, whatever its own proportions. */
    Coverage stretchedTo(int width, int height) {
        return stretched(outline(), width, height);
    }

    static Coverage stretched(Shape shape, int width, int height) {
        Rectangle2D bounds = shape.getBounds2D();
        AffineTransform fit = AffineTransform.getScaleInstance(
                width / Math.max(1e-3, bounds.getWidth()), height / Math.max(1e-3, bounds.getHeight()));
        fit.translate(-bounds.getX(), -bounds.getY());
        return Coverage.of(fit.createTransformedShape(shape), width, height);
    }

    private GlyphVector layout() {
        Font font = face.ofSize(EM).deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        char[] characters = text.toCharArray();
        return font.layoutGlyphVector(EXACT, characters, 0, characters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }
}
