package dev.pentimento.adapters.local;

import static dev.pentimento.adapters.local.Forms.circle;
import static dev.pentimento.adapters.local.Forms.minus;
import static dev.pentimento.adapters.local.Forms.path;
import static dev.pentimento.adapters.local.Forms.pointed;
import static dev.pentimento.adapters.local.Forms.rays;

import java.util.List;

/** What hangs in the sky. */
final class SkyMotifs {
    private SkyMotifs() {}

    static List<Layer> sun() {
        return List.of(Layer.accent(rays(50, 50, 31, 42, 12)).asLine(5.4), Layer.main(circle(50, 50, 22)));
    }

    static List<Layer> moon() {
        return List.of(
                Layer.main(minus(circle(47, 50, 40), circle(64, 40, 33))),
                Layer.accent(pointed(68, 36, 4, 13, 4)),
                Layer.accent(pointed(84, 60, 4, 7, 2.2)));
    }

    static List<Layer> star() {
        return List.of(
                Layer.main(pointed(50, 54, 5, 48, 21)),
                Layer.shade(
                        path("M 50 54 L 50 6 L 62.3 37 Z M 50 54 L 95.7 39.2 L 70 60.5 Z M 50 54 L 78.2 92.8 L 50 75 Z"
                                + " M 50 54 L 21.8 92.8 L 30 60.5 Z M 50 54 L 4.3 39.2 L 37.7 37 Z")));
    }

    static List<Layer> flame() {
        return List.of(
                Layer.main(path("M 52 3 C 58 24 84 38 84 64 C 84 84 69 97 50 97 C 31 97 16 84 16 64 C 16 50 24 40 30 28"
                        + " C 34 37 38 41 43 42 C 51 32 50 17 52 3 Z")),
                Layer.accent(path(
                        "M 52 52 C 54 62 67 68 67 81 C 67 91 60 97 50 97 C 40 97 33 91 33 81 C 33 69 48 66 52 52 Z")));
    }

    static List<Layer> bolt() {
        return List.of(Layer.main(path("M 58 3 L 18 56 L 46 56 L 40 97 L 82 40 L 54 40 Z")));
    }

    static List<Layer> drop() {
        return List.of(
                Layer.main(path(
                        "M 50 4 C 62 26 82 42 82 64 C 82 83 68 96 50 96 C 32 96 18 83 18 64 C 18 42 38 26 50 4 Z")),
                Layer.hole(path("M 32 64 C 32 75 40 82 49 83")).asLine(5.5));
    }
}
