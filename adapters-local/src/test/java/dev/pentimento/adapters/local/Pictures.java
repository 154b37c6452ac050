package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.OkLab;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.testkit.EditorPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Small pictures whose every part is known, and measures of them. */
final class Pictures {
    static final int BEIGE = 0xfff2e8d5;
    static final int BROWN = 0xff6b4423;
    static final int BLUE = 0xff2f6fb0;

    /** The middles of the leaves of {@link #wreath()}. */
    static final List<Point> WREATH = IntStream.range(0, 24)
            .mapToObj(i -> new Point((int) Math.round(100 + 80 * StrictMath.cos(i * Math.PI / 12)), (int)
                    Math.round(100 + 80 * StrictMath.sin(i * Math.PI / 12))))
            .toList();

    private Pictures() {}

    /** On beige: a brown disc with smooth edges, a blue bar, and seven brown specks. */
    static Raster logo() {
        BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(BEIGE));
        graphics.fillRect(0, 0, 120, 120);
        graphics.setColor(new Color(BROWN));
        graphics.fillOval(30, 20, 60, 60);
        for (int i = 0; i < 7; i++) {
            graphics.fillRect(4 + 17 * i, 4 + 37 * i % 11, 2, 2);
        }
        graphics.setColor(new Color(BLUE));
        graphics.fillRect(20, 95, 80, 12);
        graphics.dispose();
        return PngPixels.ofImage(image);
    }

    /** A blue disc with a hole inside a wreath of round leaves, which differ in size and lie at odd places of the pixel grid. */
    static Raster wreath() {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(BEIGE));
        graphics.fillRect(0, 0, 200, 200);
        graphics.setColor(new Color(BLUE));
        graphics.fillOval(60, 60, 80, 80);
        graphics.setColor(new Color(BEIGE));
        graphics.fill(new Ellipse2D.Double(92, 62, 16, 16));
        graphics.setColor(new Color(BROWN));
        for (int i = 0; i < WREATH.size(); i++) {
            double size = 4.2 + 0.1 * i;
            Point leaf = WREATH.get(i);
            graphics.fill(new Ellipse2D.Double(leaf.x + 0.5 - size / 2, leaf.y + 0.4 - size / 2, size, size));
        }
        graphics.dispose();
        return PngPixels.ofImage(image);
    }

    /** The logo without its ground: transparent pixels have a colour that nobody sees. */
    static Raster cutOutLogo() {
        Raster logo = logo();
        return Raster.generate(logo.size(), (x, y) -> logo.argb(x, y) == BEIGE ? 0x00123456 : logo.argb(x, y));
    }

    /** Hills in haze with some noise: like a photograph. */
    static Raster scenery() {
        return Raster.generate(new ImageSize(160, 120), (x, y) -> {
            double hill = 60 + 25 * StrictMath.sin(x / 23.0) + 6 * StrictMath.sin(x / 5.0);
            int noise = Math.round(9 * Noise.signed(5, x + 160L * y));
            return y < hill
                    ? rgb(120 + y / 2 + noise, 160 + y / 2 + noise, 220 + noise)
                    : rgb(70 + noise + y / 3, 110 + noise + x / 6, 50 + noise);
        });
    }

    static Raster colorful() {
        return EditorPictures.colorful();
    }

    private static int rgb(int red, int green, int blue) {
        return 0xff << 24 | limited(red) << 16 | limited(green) << 8 | limited(blue);
    }

    private static int limited(int value) {
        return Math.max(0, Math.min(255, value));
    }

    static double mean(Raster raster, ToDoubleFunction<OkLab> measure) {
        double sum = 0;
        for (int argb : raster.toArray()) {
            sum += measure.applyAsDouble(OkLab.ofArgb(argb));
        }
        return sum / raster.size().pixels();
    }

    static float distance(int argb, int other) {
        return OkLab.ofArgb(argb).distance(OkLab.ofArgb(other));
    }
}
