package dev.pentimento.app.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scores over iterations as a picture: a dot for the best of each iteration, a line for the best so far, and a dashed one for the target.
 *
 * @param scores of each iteration from the first, 0..1; negative = none was judged
 * @param best what was reached up to each iteration, 0..1; negative = nothing yet
 * @param target 0..1
 */
record ScoreCurve(String title, List<Double> scores, List<Double> best, double target) {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 130;
    private static final int LEFT = 30;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 22;

    ScoreCurve {
        scores = List.copyOf(scores);
        best = List.copyOf(best);
    }

    Markup svg() {
        List<Markup> parts = new ArrayList<>(List.of(Markup.element("title", title)));
        for (double mark : new double[] {0, 0.5, 1}) {
            parts.add(line("grid", LEFT, y(mark), WIDTH - RIGHT, y(mark)));
            parts.add(label(LEFT - 6, y(mark) + 4, "end", String.format(Locale.ROOT, "%.1f", mark)));
        }
        parts.add(line("target", LEFT, y(target), WIDTH - RIGHT, y(target)));
        parts.add(curve());
        for (int i = 0; i < scores.size(); i++) {
            parts.add(label(x(i), HEIGHT - 6, "middle", Integer.toString(i + 1)));
            if (scores.get(i) >= 0) {
                parts.add(dot(i));
            }
        }
        return Markup.element("svg", parts)
                .with("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT))
                .with("role", "img")
                .with("class", "curve")
                .with("aria-label", title);
    }

    private Markup curve() {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < best.size(); i++) {
            if (best.get(i) >= 0) {
                points.append(number(x(i)))
                        .append(',')
                        .append(number(y(best.get(i))))
                        .append(' ');
            }
        }
        return Markup.element("polyline")
                .with("class", "best")
                .with("points", points.toString().strip());
    }

    private Markup dot(int i) {
        return Markup.element(
                        "circle",
                        Markup.element("title", String.format(Locale.ROOT, "iteration %d: %.3f", i + 1, scores.get(i))))
                .with("cx", number(x(i)))
                .with("cy", number(y(scores.get(i))))
                .with("r", "4");
    }

    private static Markup line(String style, double x1, double y1, double x2, double y2) {
        return Markup.element("line")
                .with("class", style)
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2));
    }

    private static Markup label(double x, double y, String anchor, String text) {
        return Markup.element("text", text)
                .with("x", number(x))
                .with("y", number(y))
                .with("text-anchor", anchor);
    }

    private double x(int i) {
        double room = WIDTH - LEFT - RIGHT - 20;
        return LEFT + 10 + (scores.size() < 2 ? room / 2 : room * i / (scores.size() - 1));
    }

    private static double y(double score) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - score);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
