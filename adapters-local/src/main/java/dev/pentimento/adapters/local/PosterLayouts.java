package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Posters without a landscape. */
final class PosterLayouts {
    /** Of the room for a name; the rest stays empty. */
    private static final double AIRY = 0.8;

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
        double disc = Math.min(w - 2 * margin, (sheet.hasTagline() ? 0.5 : named ? 0.58 : 0.8) * h);
        double y = named ? margin + disc / 2 : h / 2;
        Inks onDisc = discInks(sheet);
        sheet.fill(onDisc.ground(), Forms.circle(w / 2, y, disc / 2));
        sheet.emblem(sheet.emblemBox(w / 2, y, 0.58 * disc), onDisc);
        if (named) {
            double top = margin + disc + 0.055 * h;
            Rectangle2D box = new Rectangle2D.Double(margin, top, w - 2 * margin, h - margin - top);
            lettering(sheet, box, inks);
        }
    }

    /** A short rule, the name, and what follows it, all flush left and as a block in the middle of the box. */
    private static void lettering(Sheet sheet, Rectangle2D box, Inks inks) {
        double rule = 0.012 * sheet.side();
        double gap = 0.055 * sheet.side();
        double small = sheet.hasTagline() ? Math.min(0.15 * box.getHeight(), 0.042 * sheet.side()) : 0;
        double after = sheet.hasTagline() ? 0.8 * gap : 0;
        double room = box.getHeight() - rule - gap - after - small;
        Shape name = name(sheet, new Rectangle2D.Double(box.getX(), 0, box.getWidth(), AIRY * room));
        double height = name.getBounds2D().getHeight();
        double y = box.getY() + (room - height) / 2;
        sheet.fill(inks.accent(), new Rectangle2D.Double(box.getX(), y, 0.14 * sheet.side(), rule));
        y += rule + gap;
        sheet.fill(inks.lettering(), AffineTransform.getTranslateInstance(0, y).createTransformedShape(name));
        if (sheet.hasTagline()) {
            Rectangle2D line = new Rectangle2D.Double(box.getX(), y + height + after, box.getWidth(), small);
            sheet.fill(inks.lettering(), Caption.upperLeft(sheet.wish().names().get(1), Typeface.BROAD, line));
        }
    }

    private static Shape name(Sheet sheet, Rectangle2D box) {
        return Caption.upperLeft(sheet.wish().name(), sheet.design().typeface(), box);
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
        double share = !named ? 1 : wide ? 0.44 : 0.62;
        Rectangle2D picture =
                wide ? new Rectangle2D.Double(0, 0, share * w, h) : new Rectangle2D.Double(0, 0, w, share * h);
        Inks inks = sheet.design().inks();
        Inks onPicture = discInks(sheet);
        sheet.ground(inks.ground());
        sheet.fill(onPicture.ground(), picture);
        double size = 0.58 * Math.min(picture.getWidth(), picture.getHeight());
        sheet.emblem(sheet.emblemBox(picture.getCenterX(), picture.getCenterY(), size), onPicture);
        double margin = 0.09 * sheet.side();
        if (named && wide) {
            lettering(
                    sheet,
                    new Rectangle2D.Double(share * w + margin, 0.3 * h, (1 - share) * w - 2 * margin, 0.4 * h),
                    inks);
        } else if (named) {
            lettering(
                    sheet,
                    new Rectangle2D.Double(margin, share * h + 0.06 * h, w - 2 * margin, (0.88 - share) * h),
                    inks);
        }
    }
}
