package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Sketch.clear;
import static dev.pentimento.adapters.local.Sketch.colour;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A poster for a summer sale whose headline lost a letter on the way to the printer. */
final class TypoPoster {
    private static final int CREAM = 0xfff4dc;

    private final Sketch sketch;

    private TypoPoster(ImageSize size) {
        this.sketch = new Sketch(size);
    }

    static Raster draw(ImageSize size) {
        return new TypoPoster(size).drawn();
    }

    private Raster drawn() {
        double height = sketch.height();
        sketch.fill(
                new LinearGradientPaint(0, 0, 260, (float) height, new float[] {0, 0.45f, 1}, new Color[] {
                    colour(0xf9a03f), colour(0xee6352), colour(0x6a2c70)
                }),
                new Rectangle2D.Double(0, 0, 1000, height));
        sun(height * 0.60);
        for (int i = 0; i < 4; i++) {
            wave(
                    height * (0.655 + 0.065 * i),
                    22 + 3 * i,
                    300 + 40 * i,
                    90.0 * i,
                    new int[] {0x2e8c9e, 0x236f8a, 0x1b5575, 0x143f5e}[i]);
        }
        sketch.words(colour(CREAM), BundledFont.SANS_BOLD, "SUMER SALE", 82, 0.01, 500, height * 0.20);
        sketch.words(
                colour(CREAM),
                BundledFont.SERIF_ITALIC,
                "swimwear, sandals and straw hats",
                34,
                0.01,
                500,
                height * 0.265);
        sketch.words(colour(0xffd166), BundledFont.SANS_BOLD, "-30%", 100, 0, 500, height * 0.40);
        sketch.words(colour(CREAM), BundledFont.SANS, "12 - 26 JULY", 34, 0.12, 500, height * 0.925);
        sketch.words(clear(CREAM, 0.8), BundledFont.SANS, "Quay Street 4", 24, 0.04, 500, height * 0.96);
        return sketch.raster();
    }

    private void sun(double y) {
        sketch.fill(
                new RadialGradientPaint(500, (float) y, 330, new float[] {0, 0.6f, 1}, new Color[] {
                    clear(0xffe9a8, 0.85), clear(0xffd98a, 0.25), clear(0xffd98a, 0)
                }),
                new Ellipse2D.Double(170, y - 330, 660, 660));
        sketch.fill(colour(0xffe3a3), new Ellipse2D.Double(335, y - 165, 330, 330));
    }

    private void wave(double y, double swing, double length, double shift, int rgb) {
        Path2D wave = new Path2D.Double();
        wave.moveTo(0, sketch.height());
        for (int x = 0; x <= 1000; x += 5) {
            wave.lineTo(x, y + swing * Math.sin((x + shift) * 2 * Math.PI / length));
        }
        wave.lineTo(1000, sketch.height());
        wave.closePath();
        sketch.fill(colour(rgb), wave);
    }
}
