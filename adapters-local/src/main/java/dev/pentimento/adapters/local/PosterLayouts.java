package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Posters without a landscape. */
final class PosterLayouts {
    private PosterLayouts() {}

    /** A large disc with the motif on it, and the name below, flush left. */
    static void poster(Sheet sheet) {
        if (sheet.aspect() > 1.35) {
            split(sheet);
            return;
        }
        Inks inks = sheet.design().inks();
        sheet.ground(inks.ground());
        double w = sheet.width();
        double h = sheet.height();
        double margin = 0.08 * sheet.side();
        boolean named = sheet.wish().isNamed();
        double disc = Math.min(w - 2 * margin, (named ? 0.62 : 0.8) * h);
        double y = named ? margin + disc / 2 : h / 2;
        Inks onDisc = discInks(sheet);
        sheet.fill(onDisc.ground(), Forms.circle(w / 2, y, disc / 2));
        sheet.emblem(Sheet.square(w / 2, y, 0.6 * disc), onDisc);
        if (named) {
            double top = margin + disc + 0.06 * h;
            Rectangle2D box = new Rectangle2D.Double(margin, top, w - 2 * margin, h - margin - top);
            lettering(sheet, box, inks);
        }
    }

    private static void lettering(Sheet sheet, Rectangle2D box, Inks inks) {
        double share = sheet.hasTagline() ? 0.74 : 0.9;
        Rectangle2D room = new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight() * share);
        Shape name = Caption.lowerLeft(sheet.wish().name(), sheet.design().typeface(), room);
        sheet.fill(inks.lettering(), name);
        if (sheet.hasTagline()) {
            Rectangle2D small = new Rectangle2D.Double(
                    box.getX(), box.getMaxY() - 0.12 * box.getHeight(), box.getWidth(), 0.12 * box.getHeight());
            sheet.fill(inks.accent(), Caption.lowerLeft(sheet.wish().names().get(1), Typeface.BROAD, small));
            return;
        }
        double y = box.getMaxY() - 0.008 * sheet.side();
        sheet.line(
                inks.accent(),
                new Line2D.Double(box.getX(), y, box.getX() + 0.16 * sheet.side(), y),
                0.012 * sheet.side());
    }

    private static Inks discInks(Sheet sheet) {
        return switch (sheet.design().ground()) {
            case PAPER -> Inks.onTint(sheet.design().palette());
            case TINT -> Inks.onPaper(sheet.design().palette());
            case DARK -> Inks.onColor(sheet.design().palette());
            case COLOR -> Inks.onPaper(sheet.design().palette());
        };
    }

    /** Two fields of colour: the motif on one, the name on the other. */
    static void split(Sheet sheet) {
        double w = sheet.width();
        double h = sheet.height();
        boolean wide = sheet.aspect() > 1;
        boolean named = sheet.wish().isNamed();
        double share = !named ? 1 : wide ? 0.44 : 0.64;
        Rectangle2D picture =
                wide ? new Rectangle2D.Double(0, 0, share * w, h) : new Rectangle2D.Double(0, 0, w, share * h);
        Inks inks = sheet.design().inks();
        Inks onPicture = discInks(sheet);
        sheet.ground(inks.ground());
        sheet.fill(onPicture.ground(), picture);
        double size = 0.62 * Math.min(picture.getWidth(), picture.getHeight());
        sheet.emblem(Sheet.square(picture.getCenterX(), picture.getCenterY(), size), onPicture);
        double margin = 0.09 * sheet.side();
        if (named && wide) {
            lettering(
                    sheet,
                    new Rectangle2D.Double(share * w + margin, 0.34 * h, (1 - share) * w - 2 * margin, 0.34 * h),
                    inks);
        } else if (named) {
            lettering(
                    sheet,
                    new Rectangle2D.Double(margin, share * h + 0.07 * h, w - 2 * margin, (0.93 - share) * h - margin),
                    inks);
        }
    }
}
