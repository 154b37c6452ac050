package dev.pentimento.domain.image;

/**
 * Chooses what to show to somebody who works on whole pictures only and is to change a part of one: what may change, with enough around it to see
 * where it belongs.
 */
public final class Detail {
    /** In px, so that something can be seen around the smallest mask. */
    private static final int LEAST_CONTEXT = 32;
    /** More than so much larger than it is, nothing is drawn well. */
    private static final int MOST_ENLARGED = 4;
    /** From this share of the picture on, all of it is shown. */
    private static final double NEARLY_ALL = 0.67;

    private Detail() {}

    /** How the detail lies on the canvas: shaped like it as far as the picture goes, so that little padding is needed. */
    public static Placement of(Mask mask, Canvas canvas) {
        ImageSize picture = mask.size();
        Section section = mask.bounds()
                .map(bounds -> shaped(withContext(bounds, picture), canvas, picture))
                .filter(detail -> detail.size().pixels() < NEARLY_ALL * picture.pixels())
                .orElse(Section.whole(picture));
        return canvas.place(section.size()).of(section);
    }

    /** A third of the longer side on every side. */
    private static Section withContext(Section bounds, ImageSize picture) {
        int longer = Math.max(bounds.size().width(), bounds.size().height());
        int context = Math.max(LEAST_CONTEXT, (longer + 2) / 3);
        int left = Math.max(0, bounds.left() - context);
        int top = Math.max(0, bounds.top() - context);
        int right = Math.min(picture.width(), bounds.right() + context);
        int bottom = Math.min(picture.height(), bounds.bottom() + context);
        return new Section(left, top, new ImageSize(right - left, bottom - top));
    }

    private static Section shaped(Section section, Canvas canvas, ImageSize picture) {
        ImageSize size = section.size();
        ImageSize shape = canvas.fit(size);
        double scale = Math.max(
                1.0 / MOST_ENLARGED,
                Math.max((double) size.width() / shape.width(), (double) size.height() / shape.height()));
        return grown(
                section,
                Math.max(size.width(), (int) Math.round(shape.width() * scale)),
                Math.max(size.height(), (int) Math.round(shape.height() * scale)),
                picture);
    }

    /** Around the same middle, where the picture goes far enough. */
    private static Section grown(Section section, int width, int height, ImageSize picture) {
        int wide = Math.min(width, picture.width());
        int high = Math.min(height, picture.height());
        int left = section.left() - (wide - section.size().width()) / 2;
        int top = section.top() - (high - section.size().height()) / 2;
        return new Section(
                Math.max(0, Math.min(left, picture.width() - wide)),
                Math.max(0, Math.min(top, picture.height() - high)),
                new ImageSize(wide, high));
    }
}
