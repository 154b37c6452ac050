package dev.pentimento.adapters.local;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Logos of a mark and a name. */
final class LogoLayouts {
    private LogoLayouts() {}

    static void stacked(Sheet sheet) {
        Inks inks = sheet.design().inks();
        sheet.ground(inks.ground());
        double w = sheet.width();
        double h = sheet.height();
        if (!sheet.wish().isNamed()) {
            sheet.emblem(sheet.emblemBox(w / 2, h / 2, 0.56 * sheet.side()), inks);
            return;
        }
        Rectangle2D box = sheet.emblemBox(0, 0, Math.min(0.44 * h, 0.52 * w));
        double mark = box.getHeight();
        double gap = 0.075 * Math.min(h, 1.2 * w);
        double nameHeight = Math.min(0.14 * h, 0.16 * w);
        double tagHeight = sheet.hasTagline() ? 0.24 * nameHeight : 0;
        double tagGap = sheet.hasTagline() ? 0.5 * gap : 0;
        double top = (h - mark - gap - nameHeight - tagGap - tagHeight) / 2;
        box.setRect(w / 2 + box.getX(), top, box.getWidth(), mark);
        sheet.emblem(box, inks);
        double nameWidth = Math.min(0.8 * w, 0.84 * h);
        sheet.name(
                new Rectangle2D.Double((w - nameWidth) / 2, top + mark + gap, nameWidth, nameHeight), inks.lettering());
        sheet.tagline(
                new Rectangle2D.Double(
                        (w - nameWidth) / 2, top + mark + gap + nameHeight + tagGap, nameWidth, tagHeight),
                inks.lettering());
    }

    /** Falls back on the stacked form where the sheet is too narrow. */
    static void sideBySide(Sheet sheet) {
        if (sheet.aspect() < 1.25 || !sheet.wish().isNamed()) {
            stacked(sheet);
            return;
        }
        Inks inks = sheet.design().inks();
        sheet.ground(inks.ground());
        double w = sheet.width();
        double h = sheet.height();
        double side = Math.min(0.46 * h, 0.26 * w);
        Rectangle2D box = sheet.emblemBox(0, h / 2, side);
        double mark = box.getWidth();
        double gap = 0.2 * side;
        double room = 0.84 * w - mark - gap;
        Rectangle2D wanted = Caption.centred(
                        sheet.wish().name(), sheet.design().typeface(), new Rectangle2D.Double(0, 0, room, 0.5 * side))
                .getBounds2D();
        double left = (w - mark - gap - wanted.getWidth()) / 2;
        box.setRect(left, box.getY(), mark, box.getHeight());
        sheet.emblem(box, inks);
        double x = left + mark + gap;
        double lift = sheet.hasTagline() ? 0.14 * side : 0;
        sheet.name(
                new Rectangle2D.Double(x, h / 2 - wanted.getHeight() / 2 - lift, wanted.getWidth(), wanted.getHeight()),
                inks.lettering());
        sheet.tagline(
                new Rectangle2D.Double(x, h / 2 + wanted.getHeight() / 2 + 0.02 * side, wanted.getWidth(), 0.11 * side),
                inks.lettering());
    }

    /** The mark on a tile with round corners, as applications have. */
    static void tile(Sheet sheet) {
        Inks outside = sheet.design().inks();
        Inks inside = sheet.design().ground() == Ground.PAPER
                ? Inks.onColor(sheet.design().palette())
                : Inks.onPaper(sheet.design().palette());
        sheet.ground(outside.ground());
        double w = sheet.width();
        double h = sheet.height();
        boolean named = sheet.wish().isNamed();
        double tile = named ? Math.min(0.5 * h, 0.6 * w) : 0.7 * sheet.side();
        double gap = 0.13 * tile;
        double nameHeight = named ? 0.24 * tile : 0;
        double top = (h - tile - (named ? gap + nameHeight : 0)) / 2;
        Rectangle2D square = Sheet.square(w / 2, top + tile / 2, tile);
        sheet.fill(
                inside.ground(),
                new RoundRectangle2D.Double(square.getX(), square.getY(), tile, tile, 0.46 * tile, 0.46 * tile));
        sheet.emblem(sheet.emblemBox(w / 2, top + tile / 2, 0.58 * tile), inside);
        double nameWidth = Math.min(0.82 * w, 1.5 * tile);
        sheet.name(
                new Rectangle2D.Double((w - nameWidth) / 2, top + tile + gap, nameWidth, nameHeight),
                outside.lettering());
    }
}
