package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Sketch.clear;
import static dev.pentimento.adapters.local.Sketch.colour;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The logo of a coffee house that wanted everything in it, in colours gone a little cold. */
final class CoffeeLogo {
    private static final int PAPER = 0xe6e4da;
    private static final int INK = 0x4a4450;
    private static final int CUP = 0x8d7f86;
    private static final int CUP_SHADE = 0x6d6270;
    private static final int COFFEE = 0x54474b;
    private static final int LEAF = 0x7f9490;
    private static final int ACCENT = 0xa9837b;

    private final Sketch sketch;

    private CoffeeLogo(ImageSize size) {
        this.sketch = new Sketch(size);
    }

    static Raster draw(ImageSize size) {
        return new CoffeeLogo(size).drawn();
    }

    private Raster drawn() {
        sketch.fill(colour(PAPER), new Rectangle2D.Double(0, 0, 1000, 1000));
        rings();
        rays();
        laurels();
        sketch.moveUp(78);
        steam();
        cup();
        beans();
        sketch.moveUp(-78);
        lettering();
        return sketch.raster();
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void rings() {
        sketch.stroke(colour(INK), 10, circle(500, 405, 352));
        sketch.stroke(colour(ACCENT), 3, circle(500, 405, 336));
        for (int i = 0; i < 64; i++) {
            double turn = Math.PI * 2 * i / 64;
            sketch.fill(colour(ACCENT), circle(500 + 320 * Math.sin(turn), 405 - 320 * Math.cos(turn), 3));
        }
    }

    private void rays() {
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 9; i++) {
                double turn = side * (0.62 + 0.155 * i);
                double from = i % 2 == 0 ? 205 : 219;
                Path2D ray = new Path2D.Double();
                ray.moveTo(500 + from * Math.sin(turn), 405 - from * Math.cos(turn));
                ray.lineTo(500 + 244 * Math.sin(turn), 405 - 244 * Math.cos(turn));
                sketch.stroke(clear(ACCENT, 0.6), 5, ray);
            }
        }
    }

    private void laurels() {
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 2; i < 9; i++) {
                double turn = side * (0.86 + 0.172 * i);
                double radius = i % 2 == 0 ? 288 : 258;
                double x = 500 + radius * Math.sin(turn);
                double y = 405 - radius * Math.cos(turn);
                sketch.fill(colour(LEAF), leaf(x, y, turn + side * (i % 2 == 0 ? 0.35 : -0.55)));
            }
        }
    }

    private static Shape leaf(double x, double y, double turn) {
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(0, 20);
        leaf.curveTo(13, 8, 13, -9, 0, -21);
        leaf.curveTo(-13, -9, -13, 8, 0, 20);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(turn);
        return place.createTransformedShape(leaf);
    }

    private void steam() {
        for (int i = -1; i <= 1; i++) {
            Path2D wisp = new Path2D.Double();
            double x = 490 + 62 * i;
            wisp.moveTo(x, 430);
            wisp.curveTo(x - 42, 385, x + 42, 352, x, 305 - (i == 0 ? 26 : 0));
            wisp.curveTo(x - 26, 276 - (i == 0 ? 26 : 0), x + 4, 262, x + 12, 246 - (i == 0 ? 18 : 0));
            sketch.stroke(clear(CUP_SHADE, 0.75), 15, wisp);
            sketch.stroke(clear(0xf4f2ec, 0.7), 4, wisp);
        }
    }

    private void cup() {
        sketch.fill(clear(INK, 0.85), new Ellipse2D.Double(318, 645, 350, 44));
        sketch.fill(colour(ACCENT), new Ellipse2D.Double(330, 636, 326, 36));
        sketch.stroke(colour(CUP_SHADE), 27, new Arc2D.Double(590, 470, 118, 118, -110, 230, Arc2D.OPEN));
        Path2D body = new Path2D.Double();
        body.moveTo(338, 455);
        body.curveTo(342, 560, 372, 650, 452, 652);
        body.lineTo(532, 652);
        body.curveTo(612, 650, 642, 560, 646, 455);
        body.closePath();
        sketch.fill(new GradientPaint(338, 0, colour(CUP), 646, 0, colour(CUP_SHADE)), body);
        Area bands = new Area(new Rectangle2D.Double(330, 520, 330, 14));
        bands.add(new Area(new Rectangle2D.Double(330, 545, 330, 6)));
        bands.intersect(new Area(body));
        sketch.fill(colour(PAPER), bands);
        sketch.fill(colour(INK), new Ellipse2D.Double(334, 424, 316, 66));
        sketch.fill(
                new GradientPaint(340, 430, colour(COFFEE), 640, 480, colour(0x7a666a)),
                new Ellipse2D.Double(346, 432, 292, 50));
        sketch.stroke(clear(0xf4f2ec, 0.5), 5, new Arc2D.Double(360, 438, 264, 38, 100, 80, Arc2D.OPEN));
        heart();
    }

    private void heart() {
        Path2D heart = new Path2D.Double();
        heart.moveTo(492, 626);
        heart.curveTo(448, 594, 462, 562, 492, 580);
        heart.curveTo(522, 562, 536, 594, 492, 626);
        sketch.fill(colour(PAPER), heart);
    }

    private void beans() {
        double[][] places = {
            {322, 702, 0.5},
            {388, 728, -0.7},
            {500, 738, 0.2},
            {606, 728, 0.8},
            {676, 700, -0.4},
            {452, 716, 1.2},
            {556, 714, -1.0}
        };
        for (double[] place : places) {
            bean(place[0], place[1], place[2]);
        }
    }

    private void bean(double x, double y, double turn) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(turn);
        sketch.fill(colour(COFFEE), place.createTransformedShape(new Ellipse2D.Double(-27, -18, 54, 36)));
        Path2D fold = new Path2D.Double();
        fold.moveTo(-19, 2);
        fold.curveTo(-7, -10, 7, 10, 19, -2);
        sketch.stroke(colour(0xb6a6a3), 4, place.createTransformedShape(fold));
    }

    private void lettering() {
        sketch.words(colour(INK), BundledFont.SERIF_BOLD, "MORNING HARBOUR", 54, 0.03, 500, 866);
        sketch.words(colour(ACCENT), BundledFont.SANS_BOLD, "COFFEE ROASTERS SINCE 1987", 27, 0.16, 500, 932);
        sketch.fill(colour(ACCENT), star(92, 405)).fill(colour(ACCENT), star(908, 405));
    }

    private static Shape star(double x, double y) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 24 : 10;
            double turn = Math.PI * i / 5;
            double u = x + radius * Math.sin(turn);
            double v = y - radius * Math.cos(turn);
            if (i == 0) {
                star.moveTo(u, v);
            } else {
                star.lineTo(u, v);
            }
        }
        star.closePath();
        return star;
    }
}
