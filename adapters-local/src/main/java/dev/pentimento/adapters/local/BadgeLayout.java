package dev.pentimento.adapters.local;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A round badge: the mark in the middle, the name around it. */
final class BadgeLayout {
    private static final double OUTER = 0.43;
    private static final double INNER = 0.62;
    /** Of the radius: the ring's letters, from baseline to cap height. */
    private static final double CAPS = 0.17;

    private static final double BASELINE = 0.725;
    private static final int SCALLOPS = 28;
    /** The widest angle a name may take. */
    private static final double WIDEST = Math.toRadians(215);

    private final Sheet sheet;
    private final double x;
    private final double y;
    private final double radius;

    private BadgeLayout(Sheet sheet) {
        this.sheet = sheet;
        this.x = sheet.width() / 2;
        this.y = sheet.height() / 2;
        this.radius = OUTER * sheet.side();
    }

    static void draw(Sheet sheet) {
        new BadgeLayout(sheet).draw();
    }

    private void draw() {
        Inks outside = sheet.design().inks();
        Inks inside = disc();
        sheet.ground(outside.ground());
        sheet.fill(inside.ground(), edge());
        sheet.line(inside.lettering(), Forms.circle(x, y, 0.945 * radius), 0.014 * radius);
        if (!sheet.wish().isNamed()) {
            sheet.emblem(inscribed(0.72 * radius), inside);
            return;
        }
        sheet.line(inside.lettering(), Forms.circle(x, y, INNER * radius), 0.014 * radius);
        sheet.emblem(inscribed(0.86 * INNER * radius), inside);
        double angle = arc(sheet.wish().name(), inside.lettering(), true);
        double free = sheet.hasTagline() ? angle + arc(sheet.wish().names().get(1), inside.accent(), false) : angle;
        ornaments(angle, free, inside.accent());
    }

    /** Plain, toothed as a seal, or scalloped as a crown cap. */
    private Shape edge() {
        Shape disc = Forms.circle(x, y, radius);
        return switch ((int) Math.floorMod(sheet.design().number(), 3L)) {
            case 0 -> disc;
            case 1 -> Forms.union(disc, Forms.pointed(x, y, 48, 1.06 * radius, 0.98 * radius));
            default -> scalloped(disc);
        };
    }

    private Shape scalloped(Shape disc) {
        Area edge = new Area(disc);
        for (int i = 0; i < SCALLOPS; i++) {
            double angle = 2 * Math.PI * i / SCALLOPS;
            edge.add(new Area(
                    Forms.circle(x + radius * Math.sin(angle), y + radius * Math.cos(angle), 2.6 * radius / SCALLOPS)));
        }
        return edge;
    }

    /** The box of the emblem's own shape whose corners lie on a circle. */
    private Rectangle2D inscribed(double within) {
        Rectangle2D bounds = Emblem.bounds(sheet.design().emblem());
        double scale = 2 * within / Math.hypot(bounds.getWidth(), bounds.getHeight());
        double width = scale * bounds.getWidth();
        double height = scale * bounds.getHeight();
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    private Inks disc() {
        return sheet.design().ground() == Ground.PAPER || sheet.design().ground() == Ground.TINT
                ? Inks.onDark(sheet.design().palette())
                : Inks.onPaper(sheet.design().palette());
    }

    /** Letters along the ring, upright at the top or at the bottom; returns the angle they take. */
    private double arc(String text, Color color, boolean top) {
        Typeface face = Typeface.STURDY;
        List<String> letters =
                face.cased(text).codePoints().mapToObj(Character::toString).toList();
        double baseline = (top ? BASELINE : BASELINE + CAPS - 0.015) * radius;
        double capHeight = face.outline("H").getBounds2D().getHeight();
        double scale = (top ? CAPS : 0.75 * CAPS) * radius / capHeight;
        double wide = letters.stream().mapToDouble(face::advance).sum() * 1.12;
        scale = Math.min(scale, WIDEST * baseline / wide);
        double angle = wide * scale / baseline;
        double lift = top ? (CAPS * radius - scale * capHeight) / 2 : -(CAPS * radius - scale * capHeight) / 2;
        double at = -angle / 2;
        for (String letter : letters) {
            double step = face.advance(letter) * 1.12 * scale / baseline;
            letter(face.outline(letter), at + step / 2, scale, baseline + lift, top, color);
            at += step;
        }
        return angle;
    }

    private void letter(Shape outline, double angle, double scale, double baseline, boolean top, Color color) {
        AffineTransform move = AffineTransform.getTranslateInstance(x, y);
        move.rotate(top ? angle : -angle);
        move.translate(0, top ? -baseline : baseline);
        move.scale(scale, scale);
        Rectangle2D bounds = outline.getBounds2D();
        move.translate(-bounds.getCenterX(), 0);
        sheet.fill(color, move.createTransformedShape(outline));
    }

    /** Small stars or dots where the ring has no letters. */
    private void ornaments(double named, double taken, Color color) {
        double middle = (BASELINE + CAPS / 2) * radius;
        int count = sheet.hasTagline() ? 2 : Math.max(3, (int) ((2 * Math.PI - named) / 0.42)) | 1;
        double start = named / 2;
        double room = sheet.hasTagline() ? (2 * Math.PI - taken) / 2 : 2 * Math.PI - named;
        for (int i = 0; i < count; i++) {
            double angle =
                    sheet.hasTagline() ? (i == 0 ? 1 : -1) * (start + room / 2) : start + room * (i + 1) / (count + 1);
            double px = x + middle * Math.sin(angle);
            double py = y - middle * Math.cos(angle);
            boolean star = i == count / 2 || sheet.hasTagline();
            sheet.fill(
                    color,
                    star
                            ? Forms.pointed(px, py, 5, 0.06 * radius, 0.026 * radius)
                            : Forms.circle(px, py, 0.018 * radius));
        }
    }
}
