package dev.pentimento.domain.image;

/**
 * How a picture, or a part of it, lies on a canvas: scaled evenly and never distorted, which is to say by less than a pixel of rounding.
 *
 * @param part of the picture
 * @param canvas the size of the canvas
 * @param spot where the part lies on the canvas; what is around it is padding
 */
public record Placement(Section part, ImageSize canvas, Section spot) {

    /** A part of a canvas' side that counts as nothing: up to here a picture is neither enlarged to fill it nor left smaller than it was. */
    static final double NEARLY = 0.1;

    /** A picture is not made out in an answer that shows it smaller than one of so many px. */
    private static final int LEAST_SHARE = 16;

    /** Whether a picture would be clearly larger if it filled the canvas. */
    static boolean isWorthEnlarging(ImageSize picture, ImageSize canvas) {
        return canvas.width() > (1 + NEARLY) * picture.width() && canvas.height() > (1 + NEARLY) * picture.height();
    }

    /** As it is, in the middle of a canvas that is no smaller. */
    static Placement padded(ImageSize picture, ImageSize canvas) {
        return new Placement(Section.whole(picture), canvas, Section.centred(picture, canvas));
    }

    /** As large as the canvas allows, in the middle of it. */
    static Placement filling(ImageSize picture, ImageSize canvas) {
        Section spot = Window.within(canvas, picture).pixels(canvas);
        return new Placement(Section.whole(picture), canvas, Section.centred(spot.size(), canvas));
    }

    /** The same for a part of a picture, which has the size of the picture that was placed. */
    public Placement of(Section section) {
        if (!section.size().equals(part.size())) {
            throw new IllegalArgumentException(
                    "A part of %s cannot lie where one of %s does".formatted(section.size(), part.size()));
        }
        return new Placement(section, canvas, spot);
    }

    /** Whether the part keeps its size. */
    public boolean keepsSize() {
        return spot.size().equals(part.size());
    }

    /** Whether the canvas is the picture, no more, no less and no larger. */
    public boolean isPlain(ImageSize picture) {
        return part.isWhole(picture) && canvas.equals(picture);
    }

    /** The canvas with the part on it. Around it, it goes on mirrored, which leads the eye nowhere. */
    public Raster lay(Raster picture) {
        Raster shown = Resampling.of(picture, Window.of(part), spot.size());
        if (spot.isWhole(canvas)) {
            return shown;
        }
        return Raster.generate(
                canvas,
                (x, y) ->
                        shown.argb(mirrored(x - spot.left(), shown.width()), mirrored(y - spot.top(), shown.height())));
    }

    private static int mirrored(int at, int length) {
        int there = Math.floorMod(at, 2 * length);
        return there < length ? there : 2 * length - 1 - there;
    }

    /** What may change on the canvas: where any pixel of the picture may that shows there, and nothing around it. */
    public Mask lay(Mask mask) {
        if (isPlain(mask.size())) {
            return mask;
        }
        byte[] coverage = new byte[Math.toIntExact(canvas.pixels())];
        for (int y = 0; y < spot.size().height(); y++) {
            for (int x = 0; x < spot.size().width(); x++) {
                coverage[(spot.top() + y) * canvas.width() + spot.left() + x] = (byte) most(mask, x, y);
            }
        }
        return Mask.adopt(canvas, coverage);
    }

    /** Of the pixels that show at this one of the spot. */
    private int most(Mask mask, int x, int y) {
        ImageSize from = part.size();
        ImageSize to = spot.size();
        int most = 0;
        for (int v = first(y, from.height(), to.height()); v < end(y, from.height(), to.height()); v++) {
            for (int u = first(x, from.width(), to.width()); u < end(x, from.width(), to.width()); u++) {
                most = Math.max(most, mask.coverage(part.left() + u, part.top() + v));
            }
        }
        return most;
    }

    private static int first(int at, int from, int to) {
        return (int) ((long) at * from / to);
    }

    private static int end(int at, int from, int to) {
        return (int) (((at + 1L) * from + to - 1) / to);
    }

    /** Whether enough of the part can be seen in an answer of this size. */
    public boolean isSeenIn(ImageSize answer) {
        Window window = seenIn(answer);
        return window.width() * LEAST_SHARE >= spot.size().width()
                && window.height() * LEAST_SHARE >= spot.size().height()
                && Math.min(window.width(), window.height()) >= 0.5;
    }

    /**
     * The part as an answer shows it, at the answer's best: no larger than it was or lay on the canvas, and at exactly that size where the answer is
     * nearly as large. Of an answer of another shape than the canvas' the middle counts.
     */
    public Raster take(Raster answer) {
        ImageSize most = spot.size().width() > part.size().width() ? spot.size() : part.size();
        Window window = seenIn(answer.size());
        return window.width() >= (1 - NEARLY) * most.width()
                ? Resampling.of(answer, window, most)
                : Resampling.cut(answer, window.pixels(answer.size()));
    }

    /** The part as an answer shows it, at its own size. */
    public Raster takeAtOwnSize(Raster answer) {
        return Resampling.of(answer, seenIn(answer.size()), part.size());
    }

    Window seenIn(ImageSize answer) {
        return in(Window.within(answer, canvas));
    }

    /** Where the part is in an answer of which {@code window} is the canvas. */
    Window in(Window window) {
        return window.part(spot, canvas);
    }
}
