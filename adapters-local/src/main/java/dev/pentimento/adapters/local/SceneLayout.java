package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;

/** A landscape under a sky, in few flat tones, as silk-screened travel posters have it. */
final class SceneLayout {
    private static final int RANGES = 4;

    private final Sheet sheet;
    private final Design design;
    private final Palette palette;
    private final boolean night;
    private final double w;
    private final double h;
    /** Where the farthest range meets the sky. */
    private final double horizon;

    private SceneLayout(Sheet sheet) {
        this.sheet = sheet;
        this.design = sheet.design();
        this.palette = design.palette();
        this.night = design.ground() == Ground.DARK
                || design.wish().has(Motif.MOON)
                || design.wish().has(Motif.STAR);
        this.w = sheet.width();
        this.h = sheet.height();
        this.horizon = h * (sheet.aspect() < 1 ? 0.58 : 0.56);
    }

    static void draw(Sheet sheet) {
        new SceneLayout(sheet).draw();
    }

    private void draw() {
        sheet.ground(new GradientPaint(0, 0, skyTop(), 0, (float) (horizon * 1.15), skyBottom()));
        celestial();
        for (int i = 0; i < RANGES; i++) {
            sheet.fill(rangeColor(i), range(i));
            if (i >= RANGES - 2 && hasTrees()) {
                trees(i);
            }
        }
        subject();
        double margin = 0.1 * sheet.side();
        double nameHeight = Math.min(0.13 * h, 0.17 * w);
        sheet.name(new Rectangle2D.Double(margin, margin, w - 2 * margin, nameHeight), letters());
        sheet.tagline(
                new Rectangle2D.Double(margin, margin + 1.25 * nameHeight, w - 2 * margin, 0.22 * nameHeight),
                letters());
    }

    private Color tone(int index) {
        return Inks.at(palette, index);
    }

    private Color skyTop() {
        return night ? tone(0) : Inks.mix(tone(3), tone(4), 0.25);
    }

    private Color skyBottom() {
        return night ? Inks.mix(tone(1), tone(2), 0.45) : Inks.mix(tone(4), tone(3), 0.05);
    }

    private Color letters() {
        return night ? tone(4) : tone(0);
    }

    /** Far ranges take the colour of the air. */
    private Color rangeColor(int i) {
        double near = (i + 1.0) / RANGES;
        Color far = night ? Inks.mix(tone(1), tone(2), 0.6) : tone(3);
        Color middle = night ? tone(1) : tone(2);
        return near < 0.6
                ? Inks.mix(far, middle, near / 0.6)
                : Inks.mix(middle, night ? tone(0) : tone(1), (near - 0.6) / 0.4);
    }

    private void celestial() {
        double side = sheet.side();
        double x = w * (design.chance(1) < 0.5 ? 0.19 : 0.81);
        double y = horizon * (design.wish().isNamed() ? 0.8 : 0.55);
        double radius = 0.12 * side;
        if (night) {
            stars();
        }
        if (night && !design.wish().has(Motif.SUN)) {
            sheet.fill(
                    tone(4),
                    Forms.minus(
                            Forms.circle(x, y, 0.7 * radius),
                            Forms.circle(x + 0.38 * radius, y - 0.2 * radius, 0.62 * radius)));
            return;
        }
        Color disc = night ? tone(3) : sun();
        sheet.fill(Inks.mix(disc, skyBottom(), 0.72), Forms.circle(x, y, 1.5 * radius));
        sheet.fill(disc, Forms.circle(x, y, radius));
    }

    /** The most saturated warm colour; a white sun where there is none. */
    private Color sun() {
        return Stream.of(tone(2), tone(1))
                .filter(color -> color.getRed() > 150
                        && color.getRed() > color.getGreen()
                        && color.getGreen() + 40 > color.getBlue())
                .findFirst()
                .orElse(tone(4));
    }

    private void stars() {
        for (int i = 0; i < 60; i++) {
            double size = sheet.side() * (0.0012 + 0.0028 * design.chance(100 + i) * design.chance(300 + i));
            double y = horizon * design.chance(200 + i);
            sheet.fill(tone(4), Forms.circle(w * design.chance(400 + i), y, size));
        }
    }

    private Shape range(int i) {
        double base = horizon + (h - horizon) * Math.pow(i / (double) RANGES, 1.15) * 0.98;
        double swing = h * (0.06 - 0.006 * i);
        Path2D path = new Path2D.Double();
        path.moveTo(0, h + 2);
        int steps = 240;
        for (int step = 0; step <= steps; step++) {
            double t = step / (double) steps;
            path.lineTo(t * w, base - swing * profile(i, t * Math.max(1, sheet.aspect())));
        }
        path.lineTo(w, h + 2);
        path.closePath();
        return path;
    }

    private double profile(int i, double t) {
        if (design.wish().has(Motif.WAVE)) {
            return 0.34 * Math.abs(Math.sin(Math.PI * (t * (7 - i) + design.chance(10 + i)))) - 0.2;
        }
        if (design.wish().has(Motif.MOUNTAIN) && i < 2) {
            return peaks(t * (1.7 + i) + 7 * design.chance(20 + i), i) * (i == 0 ? 4.6 : 2.6) - 0.6;
        }
        return Math.sin(2 * Math.PI * (t * (0.7 + 0.25 * i) + design.chance(30 + i)))
                + 0.4 * Math.sin(2 * Math.PI * (t * 1.9 + design.chance(40 + i)));
    }

    /** Ridges of three sizes, 0..about 1. */
    private double peaks(double t, int i) {
        double sum = 0;
        double size = 0.78;
        double frequency = 1;
        for (int octave = 0; octave < 3; octave++) {
            sum += size * ridge(t * frequency, 50 + 10 * i + octave);
            size *= 0.2;
            frequency *= 3.1;
        }
        return sum;
    }

    private double ridge(double t, int salt) {
        int cell = (int) Math.floor(t);
        double height = 0.55 + 0.45 * design.chance(salt * 1000 + cell);
        double centre = 0.35 + 0.3 * design.chance(salt * 2000 + cell);
        double at = t - cell;
        return height * (at < centre ? at / centre : (1 - at) / (1 - centre));
    }

    private boolean hasTrees() {
        return design.wish().has(Motif.PINE) || design.wish().has(Motif.TREE);
    }

    private void trees(int i) {
        Color color = Inks.mix(rangeColor(i), tone(0), 0.55);
        Inks inks = new Inks(color, color, color, color, color);
        List<Layer> tree = (design.wish().has(Motif.PINE) ? Motif.PINE : Motif.TREE).layers();
        int count = (int) Math.round(7 * Math.max(1, sheet.aspect()));
        for (int k = 0; k < count; k++) {
            double t = (k + 0.2 + 0.6 * design.chance(500 + 50 * i + k)) / count;
            double size = sheet.side() * (0.1 + 0.07 * design.chance(700 + 50 * i + k)) * (i == RANGES - 1 ? 1.5 : 1);
            double foot = surface(i, t) + 0.1 * size;
            sheet.standing(tree, new Rectangle2D.Double(t * w - size / 2, foot - size, size, size), inks);
        }
    }

    private double surface(int i, double t) {
        double base = horizon + (h - horizon) * Math.pow(i / (double) RANGES, 1.15) * 0.98;
        return base - h * (0.06 - 0.006 * i) * profile(i, t * Math.max(1, sheet.aspect()));
    }

    /** What the picture is about stands in front, on the last hill but one. */
    private void subject() {
        design.wish().motifs().stream()
                .filter(motif -> motif.place() == Motif.Place.FRONT)
                .findFirst()
                .ifPresent(motif -> {
                    double size = 0.4 * sheet.side();
                    double width = design.wish().count(motif) > 1 ? Math.min(0.86 * w, 2.2 * size) : size;
                    double foot = surface(RANGES - 1, 0.5) + 0.02 * h;
                    Inks inks = new Inks(
                            rangeColor(0),
                            tone(4),
                            tone(4),
                            Inks.mix(tone(4), tone(3), 0.6),
                            night ? tone(3) : tone(0));
                    sheet.standing(
                            design.wish().layers(motif),
                            new Rectangle2D.Double(w / 2 - width / 2, foot - size, width, size),
                            inks);
                });
    }
}
