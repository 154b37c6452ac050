package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Forms.around;
import static dev.pentimento.adapters.local.Forms.bar;
import static dev.pentimento.adapters.local.Forms.circle;
import static dev.pentimento.adapters.local.Forms.ellipse;
import static dev.pentimento.adapters.local.Forms.path;
import static dev.pentimento.adapters.local.Forms.turned;
import static dev.pentimento.adapters.local.Forms.union;

import java.util.List;

/** What grows. */
final class PlantMotifs {
    private PlantMotifs() {}

    static List<Layer> leaf() {
        return List.of(
                Layer.main(path("M 18 80 C 4 38 34 8 90 8 C 94 62 62 96 18 80 Z")),
                Layer.shade(path("M 18 80 C 40 56 62 34 90 8 C 94 62 62 96 18 80 Z")),
                Layer.hole(path(
                                "M 8 92 C 28 68 46 50 68 31 M 36 61 C 35 52 35 46 37 39 M 36 61 C 46 62 54 62 62 60 M 51 46"
                                        + " C 50 39 51 34 52 29 M 51 46 C 58 47 65 47 71 45"))
                        .asLine(3.4),
                Layer.main(path("M 8 93 L 19 80")).asLine(5));
    }

    static List<Layer> sprout() {
        return List.of(
                Layer.main(path("M 50 96 C 50 78 50 66 50 52")).asLine(6),
                Layer.main(path("M 50 58 C 22 60 8 42 8 18 C 36 18 52 32 50 58 Z")),
                Layer.accent(path("M 50 46 C 50 22 66 8 92 8 C 94 34 78 50 50 46 Z")));
    }

    static List<Layer> tree() {
        return List.of(
                Layer.accent(path("M 44 97 C 47 84 47 74 46 56 L 54 56 C 53 74 53 84 56 97 Z")),
                Layer.main(union(circle(50, 27, 24), circle(30, 46, 20), circle(70, 46, 20), bar(28, 40, 44, 26, 13))),
                Layer.shade(path("M 56 66 C 66 58 74 44 69 22 C 78 26 78 27 86 35 C 94 50 86 66 70 66 Z")),
                Layer.hole(path("M 50 74 L 50 46 M 50 62 L 40 53 M 50 55 L 59 46"))
                        .asLine(3.2));
    }

    static List<Layer> pine() {
        return List.of(
                Layer.accent(bar(45, 80, 10, 17, 2)),
                Layer.main(path("M 50 44 L 84 84 L 16 84 Z")),
                Layer.main(path("M 50 24 L 77 60 L 23 60 Z")),
                Layer.main(path("M 50 3 L 70 36 L 30 36 Z")),
                Layer.shade(path("M 50 3 L 70 36 L 60 36 L 77 60 L 64 60 L 84 84 L 50 84 Z")));
    }

    static List<Layer> flower() {
        return List.of(
                Layer.main(around(ellipse(50, 23, 13.5, 20), 8)),
                Layer.shade(around(turned(ellipse(50, 27, 4.2, 13), 0, 50, 50), 8)),
                Layer.accent(circle(50, 50, 14)));
    }

    static List<Layer> tulip() {
        return List.of(
                Layer.accent(path("M 50 54 L 50 96")).asLine(5.5),
                Layer.accent(
                        path(
                                "M 50 94 C 30 92 20 78 20 60 C 38 64 48 76 50 94 Z M 50 94 C 70 92 80 78 80 60 C 62 64 52 76 50 94 Z")),
                Layer.main(
                        path(
                                "M 24 10 C 32 14 37 19 40 25 C 43 17 46 10 50 4 C 54 10 57 17 60 25 C 63 19 68 14 76 10 C 82 36 74 60 50 60 C 26 60 18 36 24 10 Z")),
                Layer.shade(path(
                        "M 50 60 C 36 48 34 34 40 25 C 43 17 46 10 50 4 C 54 10 57 17 60 25 C 66 34 64 48 50 60 Z")));
    }
}
