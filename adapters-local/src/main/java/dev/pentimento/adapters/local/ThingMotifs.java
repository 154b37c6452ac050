package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Forms.bar;
import static dev.pentimento.adapters.local.Forms.circle;
import static dev.pentimento.adapters.local.Forms.mirrored;
import static dev.pentimento.adapters.local.Forms.path;
import static dev.pentimento.adapters.local.Forms.union;

import java.awt.Shape;
import java.util.List;

/** What people make. */
final class ThingMotifs {
    private ThingMotifs() {}

    static List<Layer> cup() {
        return List.of(
                Layer.accent(path("M 33 31 C 26 24 40 18 33 9 M 47 31 C 40 24 54 18 47 9 M 61 31 C 54 24 68 18 61 9"))
                        .asLine(4.4),
                Layer.main(circle(77, 56, 12)).asLine(6.5),
                Layer.main(path("M 16 40 L 78 40 L 78 58 C 78 75 66 84 47 84 C 28 84 16 75 16 58 Z")),
                Layer.shade(path("M 60 40 L 78 40 L 78 58 C 78 75 66 84 47 84 C 58 78 60 68 60 54 Z")),
                Layer.main(bar(8, 89, 78, 6, 3)));
    }

    static List<Layer> heart() {
        Shape heart = path(
                "M 50 90 C 22 68 6 52 6 32 C 6 18 16 9 29 9 C 38 9 46 14 50 22 C 54 14 62 9 71 9 C 84 9 94 18 94 32 C 94 52 78 68 50 90 Z");
        return List.of(
                Layer.main(heart),
                Layer.shade(path("M 50 90 C 70 70 78 50 71 9 C 84 9 94 18 94 32 C 94 52 78 68 50 90 Z")),
                Layer.hole(path("M 18 34 C 18 26 23 21 30 20")).asLine(5));
    }

    static List<Layer> book() {
        Shape page = path("M 48 26 C 36 17 20 15 5 18 L 5 76 C 20 73 36 75 48 84 Z");
        Shape lines = path("M 14 33 C 22 32 31 34 39 38 M 14 46 C 22 45 31 47 39 51 M 14 59 C 22 58 31 60 39 64");
        return List.of(
                Layer.main(page),
                Layer.accent(mirrored(page)),
                Layer.hole(lines).asLine(3.4),
                Layer.hole(mirrored(lines)).asLine(3.4));
    }

    static List<Layer> bicycle() {
        return List.of(
                Layer.main(circle(22, 66, 19)).asLine(5),
                Layer.main(circle(78, 66, 19)).asLine(5),
                Layer.accent(path("M 22 66 L 37 41 L 65 41 L 48 66 Z M 48 66 L 34 33 M 78 66 L 62 29 L 73 27"))
                        .asLine(4.6),
                Layer.main(path("M 27 31 L 42 31")).asLine(6),
                Layer.accent(circle(48, 66, 5)));
    }

    static List<Layer> rocket() {
        Shape fin = path("M 31 50 C 18 56 12 68 12 84 L 33 72 Z");
        return List.of(
                Layer.accent(path("M 40 76 C 38 86 44 94 50 100 C 56 94 62 86 60 76 Z")),
                Layer.accent(union(fin, mirrored(fin))),
                Layer.main(path("M 50 0 C 68 14 76 40 66 74 L 34 74 C 24 40 32 14 50 0 Z")),
                Layer.shade(path("M 50 0 C 68 14 76 40 66 74 L 52 74 C 60 44 60 20 50 0 Z")),
                Layer.hole(circle(50, 36, 9)),
                Layer.accent(circle(50, 36, 4.5)));
    }

    static List<Layer> note() {
        return List.of(
                Layer.main(path("M 36 76 L 36 18 L 84 8 L 84 66")).asLine(7),
                Layer.main(path("M 36 18 L 84 8 L 84 24 L 36 34 Z")),
                Layer.accent(union(
                        Forms.turned(Forms.ellipse(25, 78, 15, 11), -18, 25, 78),
                        Forms.turned(Forms.ellipse(73, 68, 15, 11), -18, 73, 68))));
    }

    static List<Layer> camera() {
        return List.of(
                Layer.main(union(bar(5, 28, 90, 58, 9), path("M 32 30 L 38 16 L 62 16 L 68 30 Z"))),
                Layer.hole(circle(50, 56, 21)),
                Layer.accent(circle(50, 56, 15)),
                Layer.hole(circle(81, 40, 3.6)));
    }

    static List<Layer> crown() {
        return List.of(
                Layer.main(path("M 10 74 L 4 30 L 28 50 L 50 14 L 72 50 L 96 30 L 90 74 Z")),
                Layer.shade(path("M 50 14 L 72 50 L 96 30 L 90 74 L 50 74 Z")),
                Layer.main(bar(10, 80, 80, 8, 2)),
                Layer.accent(union(circle(4, 26, 4.5), circle(50, 9, 5), circle(96, 26, 4.5))));
    }

    static List<Layer> bread() {
        return List.of(
                Layer.main(
                        path(
                                "M 14 44 C 0 38 4 16 26 16 L 74 16 C 96 16 100 38 86 44 L 86 80 C 86 85 83 88 78 88 L 22 88 C 17 88 14 85 14 80 Z")),
                Layer.shade(
                        path(
                                "M 70 16 L 74 16 C 96 16 100 38 86 44 L 86 80 C 86 85 83 88 78 88 L 68 88 C 74 70 74 40 70 16 Z")),
                Layer.hole(path("M 34 36 L 44 50 M 50 36 L 60 50 M 66 36 L 74 47"))
                        .asLine(4));
    }
}
