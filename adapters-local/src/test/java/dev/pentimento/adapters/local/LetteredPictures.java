package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Raster;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Pictures with one line of lettering, on grounds of several kinds. */
@SuppressWarnings("ImmutableEnumChecker") // colours do not change
enum LetteredPictures {
    FLAT(new Color(0x22, 0x2b, 0x45)) {
        @Override
        Raster ground() {
            return Raster.generate(SIZE, (x, y) -> 0xfff2e8d5);
        }
    },
    GRADIENT(new Color(0xff, 0xf6, 0xe0)) {
        @Override
        Raster ground() {
            BufferedImage image = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            Paint paint = new GradientPaint(0, 0, new Color(0xd6, 0x4c, 0x3b), 480, 160, new Color(0x3d, 0x2a, 0x6b));
            graphics.setPaint(paint);
            graphics.fillRect(0, 0, SIZE.width(), SIZE.height());
            graphics.dispose();
            return PngPixels.ofImage(image);
        }
    },
    GRAINY(new Color(0xff, 0xff, 0xff)) {
        @Override
        Raster ground() {
            return Raster.generate(SIZE, (x, y) -> {
                double light = 70 + 50 * ValueNoise.fractal(x / 60.0, y / 40.0, 3, 1);
                int grain = (int) (10 * (ValueNoise.hash(x, y, 2) - 0.5));
                int grey = (int) light + grain;
                return 0xff000000 | (grey + 10) << 16 | (grey + 30) << 8 | (grey + 50);
            });
        }
    },
    TRANSPARENT(new Color(0x0a, 0x7d, 0x6c)) {
        @Override
        Raster ground() {
            return Raster.generate(SIZE, (x, y) -> 0);
        }
    };

    static final ImageSize SIZE = new ImageSize(480, 160);
    private static final double EM = 52;
    private static final double BASELINE = 100;

    private final Color ink;

    LetteredPictures(Color ink) {
        this.ink = ink;
    }

    abstract Raster ground();

    /** The ground with {@code text} in its middle. */
    Raster with(BundledFont face, String text) {
        BufferedImage image = PngPixels.toImage(ground());
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(ink);
        graphics.fill(centred(face, text));
        graphics.dispose();
        return PngPixels.ofImage(image);
    }

    private static Shape centred(BundledFont face, String text) {
        Lettering lettering = Lettering.plain(face, text);
        AffineTransform place = AffineTransform.getTranslateInstance(SIZE.width() / 2.0, BASELINE);
        place.scale(EM / Lettering.EM, EM / Lettering.EM);
        place.translate(-lettering.bounds().getCenterX(), 0);
        return place.createTransformedShape(lettering.outline());
    }

    /** Around the line, with some air. */
    static Mask aroundTheLine() {
        return Mask.draw(MaskSpec.of(new MaskShape.Rectangle(0.05, 0.3, 0.9, 0.45)), SIZE, digest -> {
            throw new IllegalStateException("nothing is painted");
        });
    }

    /** Share 0..1 of ink at each pixel: how far it has gone from the ground towards the ink. */
    Coverage inkIn(Raster picture) {
        Raster ground = ground();
        Coverage coverage = new Coverage(SIZE.width(), SIZE.height());
        for (int i = 0; i < coverage.values.length; i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            coverage.values[i] = Blend.share(ground.argb(x, y), ink.getRGB(), picture.argb(x, y));
        }
        return coverage;
    }
}
