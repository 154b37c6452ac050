package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Forms.around;
import static dev.pentimento.adapters.local.Forms.bar;
import static dev.pentimento.adapters.local.Forms.circle;
import static dev.pentimento.adapters.local.Forms.ellipse;
import static dev.pentimento.adapters.local.Forms.minus;
import static dev.pentimento.adapters.local.Forms.path;
import static dev.pentimento.adapters.local.Forms.union;
import static dev.pentimento.adapters.local.Forms.within;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Marks that show nothing but themselves, for names without a picture. */
final class AbstractMotifs {
    private static final List<Supplier<List<Layer>>> ALL = List.of(
            AbstractMotifs::rings,
            AbstractMotifs::quarters,
            AbstractMotifs::petals,
            AbstractMotifs::arches,
            AbstractMotifs::facets);

    private AbstractMotifs() {}

    /** One of them; neighbouring numbers give different ones. */
    static List<Layer> pick(long number) {
        return ALL.get(Math.floorMod(number, ALL.size())).get();
    }

    /** The first letter of a name, cut out of a disc. */
    static List<Layer> initial(String name) {
        Shape letter = Typeface.CLASSIC.outline(
                name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
        return List.of(
                Layer.main(circle(50, 50, 46)),
                Layer.hole(Emblem.fit(List.of(Layer.main(letter)), new Rectangle2D.Double(24, 24, 52, 52))
                        .get(0)
                        .shape()));
    }

    private static List<Layer> rings() {
        return List.of(
                Layer.main(circle(36, 50, 33)),
                Layer.accent(circle(64, 50, 33)),
                Layer.hole(within(circle(36, 50, 33), circle(64, 50, 33))));
    }

    private static List<Layer> quarters() {
        return List.of(
                Layer.main(path("M 4 48 L 4 4 C 28 4 48 24 48 48 Z")),
                Layer.accent(path("M 52 48 C 52 24 72 4 96 4 L 96 48 Z")),
                Layer.accent(circle(26, 74, 22)),
                Layer.main(path("M 52 52 L 96 52 C 96 76 76 96 52 96 Z")));
    }

    private static List<Layer> petals() {
        return List.of(
                Layer.main(around(path("M 50 47 C 36 36 36 16 50 3 C 64 16 64 36 50 47 Z"), 4)),
                Layer.accent(Forms.turned(
                        around(path("M 50 45 C 42 38 42 26 50 17 C 58 26 58 38 50 45 Z"), 4), 45, 50, 50)));
    }

    private static List<Layer> arches() {
        return List.of(
                Layer.main(minus(arch(46), arch(33))),
                Layer.accent(minus(arch(27), arch(15))),
                Layer.main(circle(50, 86, 9)));
    }

    /** Stands on the lower edge of the field. */
    private static Shape arch(double radius) {
        return union(
                within(ellipse(50, 50, radius, radius), bar(0, 0, 100, 50, 0)),
                bar(50 - radius, 49.5, 2 * radius, 46.5, 0));
    }

    private static List<Layer> facets() {
        return List.of(
                Layer.main(path("M 50 4 L 90 27 L 50 50 L 10 27 Z")),
                Layer.accent(path("M 8 31 L 48 54 L 48 98 L 8 75 Z")),
                Layer.main(path("M 92 31 L 92 75 L 52 98 L 52 54 Z")),
                Layer.shade(path("M 92 31 L 92 75 L 52 98 L 52 54 Z")));
    }
}
