package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Forms.circle;
import static dev.pentimento.adapters.local.Forms.ellipse;
import static dev.pentimento.adapters.local.Forms.mirrored;
import static dev.pentimento.adapters.local.Forms.path;
import static dev.pentimento.adapters.local.Forms.union;

import java.awt.Shape;
import java.util.List;

/** What swims, flies and walks. */
final class AnimalMotifs {
    private AnimalMotifs() {}

    static List<Layer> cat() {
        Shape ear = path("M 23 19 C 24 27 24 33 25 40 C 29 34 34 31 39 30 C 35 25 29 21 23 19 Z");
        return List.of(
                Layer.main(path(
                        "M 16 8 C 27 12 36 18 42 26 C 47 25 53 25 58 26 C 64 18 73 12 84 8 C 88 26 89 42 88 56 C 86 78 70 92 50 92"
                                + " C 30 92 14 78 12 56 C 11 42 12 26 16 8 Z")),
                Layer.inlay(union(ear, mirrored(ear))),
                Layer.hole(union(ellipse(33, 55, 6, 7.5), ellipse(67, 55, 6, 7.5))),
                Layer.main(union(ellipse(34, 56, 2, 6), ellipse(66, 56, 2, 6))),
                Layer.inlay(path("M 44 68 C 48 66.5 52 66.5 56 68 C 55 72 52 74 50 75 C 48 74 45 72 44 68 Z")),
                Layer.hole(path("M 50 75 L 50 79 C 47 83 42 83 39 80 M 50 79 C 53 83 58 83 61 80"))
                        .asLine(2.6));
    }

    static List<Layer> fox() {
        Shape cheek = path("M 9 50 C 24 54 40 66 46 84 L 50 94 C 34 88 16 70 9 50 Z");
        Shape ear = path("M 17 20 L 21 42 L 35 34 Z");
        return List.of(
                Layer.main(
                        path(
                                "M 8 6 L 38 30 L 62 30 L 92 6 C 96 24 96 38 91 50 C 84 70 66 88 50 94 C 34 88 16 70 9 50 C 4 38 4 24 8 6 Z")),
                Layer.shade(path("M 50 30 L 62 30 L 92 6 C 96 24 96 38 91 50 C 84 70 66 88 50 94 Z")),
                Layer.inlay(union(ear, mirrored(ear))),
                Layer.hole(union(cheek, mirrored(cheek))),
                Layer.inlay(union(ellipse(35, 47, 3.6, 4.4), ellipse(65, 47, 3.6, 4.4))),
                Layer.accent(path("M 42 84 C 46 82 54 82 58 84 C 57 91 53 95 50 96 C 47 95 43 91 42 84 Z")));
    }

    static List<Layer> fish() {
        return List.of(
                Layer.accent(
                        path(
                                "M 34 34 C 40 20 52 16 64 20 C 62 28 60 32 58 36 Z M 42 66 C 44 76 50 80 58 80 C 58 72 56 68 54 64 Z")),
                Layer.main(path("M 4 52 C 18 26 52 22 72 46 L 96 28 C 90 44 90 58 96 74 L 72 56 C 52 80 18 78 4 52 Z")),
                Layer.shade(path("M 4 52 C 28 60 54 58 72 52 L 96 74 L 72 56 C 52 80 18 78 4 52 Z")),
                Layer.hole(circle(22, 47, 4.2)),
                Layer.hole(path("M 34 37 C 40 45 40 57 34 66")).asLine(3));
    }

    static List<Layer> bird() {
        return List.of(
                Layer.accent(path("M 84 32 L 99 36 L 84 43 Z")),
                Layer.main(
                        path(
                                "M 2 78 C 18 74 26 64 32 52 C 38 36 54 20 72 20 C 82 20 88 28 88 38 C 88 64 72 84 46 84 C 34 84 26 82 20 78 Z")),
                Layer.accent(path("M 30 70 C 34 54 46 44 64 44 C 66 62 54 74 30 70 Z")),
                Layer.hole(circle(74, 34, 3.6)),
                Layer.main(path("M 46 84 L 43 96 M 56 82 L 55 96")).asLine(3.4));
    }

    static List<Layer> dog() {
        Shape ear = path("M 26 18 C 12 14 4 30 6 52 C 7 64 18 66 22 56 C 26 44 28 34 34 24 Z");
        return List.of(
                Layer.main(path(
                        "M 50 14 C 72 14 82 30 80 54 C 79 78 68 94 50 94 C 32 94 21 78 20 54 C 18 30 28 14 50 14 Z")),
                Layer.accent(union(ear, mirrored(ear))),
                Layer.hole(union(circle(37, 48, 4.5), circle(63, 48, 4.5))),
                Layer.hole(path(
                        "M 50 58 C 62 58 68 66 66 76 C 64 86 58 90 50 90 C 42 90 36 86 34 76 C 32 66 38 58 50 58 Z")),
                Layer.accent(ellipse(50, 66, 8, 5.5)),
                Layer.main(path("M 50 71 L 50 77 C 47 81 43 81 41 79 M 50 77 C 53 81 57 81 59 79"))
                        .asLine(2.4));
    }
}
