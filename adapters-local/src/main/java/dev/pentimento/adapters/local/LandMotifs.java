package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Forms.bar;
import static dev.pentimento.adapters.local.Forms.circle;
import static dev.pentimento.adapters.local.Forms.path;

import java.util.List;

/** Land, water and what stands there. */
final class LandMotifs {
    private LandMotifs() {}

    static List<Layer> mountain() {
        return List.of(
                Layer.accent(path("M 38 86 L 71 34 L 100 86 Z")),
                Layer.main(path("M 0 86 L 40 16 L 78 86 Z")),
                Layer.shade(path("M 40 16 L 78 86 L 46 86 L 52 64 L 42 52 Z")),
                Layer.hole(path("M 20 50 L 31 39 L 38 48 L 45 39 L 60 51")).asLine(3.4));
    }

    static List<Layer> wave() {
        return List.of(
                Layer.main(path(
                        "M 2 78 C 26 78 22 26 60 22 C 82 20 97 35 94 53 C 89 43 77 39 68 45 C 57 52 61 70 78 78 Z")),
                Layer.shade(path("M 2 78 C 34 74 34 38 62 32 C 50 42 46 62 60 78 Z")),
                Layer.accent(path("M 4 90 C 16 82 24 82 36 90 C 48 98 56 98 68 90 C 78 83 86 83 96 88"))
                        .asLine(5));
    }

    static List<Layer> house() {
        return List.of(
                Layer.accent(bar(68, 18, 10, 26, 1)),
                Layer.main(path("M 18 46 L 50 19 L 82 46 L 82 90 L 18 90 Z")),
                Layer.shade(path("M 50 19 L 82 46 L 82 90 L 50 90 Z")),
                Layer.accent(path("M 7 52 L 50 14 L 93 52")).asLine(7),
                Layer.hole(path("M 42 90 L 42 68 C 42 57 58 57 58 68 L 58 90 Z")),
                Layer.hole(circle(50, 40, 5.5)));
    }

    static List<Layer> anchor() {
        return List.of(
                Layer.main(circle(50, 16, 9)).asLine(6),
                Layer.main(path("M 50 26 L 50 92 M 30 40 L 70 40")).asLine(7),
                Layer.main(
                                path(
                                        "M 12 60 C 16 82 32 92 50 92 C 68 92 84 82 88 60 M 5 70 L 12 59 L 23 67 M 95 70 L 88 59 L 77 67"))
                        .asLine(7));
    }

    static List<Layer> boat() {
        return List.of(
                Layer.main(path("M 46 10 L 46 66 L 12 66 C 26 52 38 34 46 10 Z")),
                Layer.accent(path("M 53 22 C 68 34 76 50 80 66 L 53 66 Z")),
                Layer.main(path("M 6 72 L 94 72 C 90 84 82 92 70 92 L 26 92 C 16 92 10 84 6 72 Z")));
    }
}
