package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts shapes of one colour and about one height together into lines. */
final class TextLines {
    private static final double MOST_TIMES_HIGHER = 2.3;
    private static final double SHARED_ROWS = 0.4;
    private static final List<Spacing> SPACINGS =
            List.of(new Spacing(0.045f, 1.2), new Spacing(0.13f, 1.2), new Spacing(0.045f, 3.5));

    private static final int MOST_SHAPES = 4000;

    private final List<LetterShape> letters;
    private final List<LetterShape> marks;
    private final int[] parent;
    private final Spacing spacing;

    private TextLines(List<LetterShape> shapes, int smallest, Spacing spacing) {
        this.spacing = spacing;
        this.letters = shapes.stream()
                .filter(shape -> shape.box.height() >= smallest)
                .sorted(Comparator.comparingInt(LetterShape::area).reversed())
                .limit(MOST_SHAPES)
                .sorted(Comparator.comparingInt(shape -> shape.box.left()))
                .toList();
        this.marks = shapes.stream().filter(shape -> shape.area() >= 2).toList();
        this.parent = new int[letters.size()];
    }

    /**
     * Every line that can be made of {@code shapes}.
     *
     * @param marks whether dots, accents and hyphens belong to the lines
     */
    static List<TextLine> of(List<LetterShape> shapes, int smallestHeight, boolean marks) {
        Set<TextLine> lines = new LinkedHashSet<>();
        for (Spacing spacing : SPACINGS) {
            lines.addAll(new TextLines(shapes, smallestHeight, spacing).lines(marks));
        }
        return List.copyOf(lines);
    }

    private List<TextLine> lines(boolean withMarks) {
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int i = 0; i < parent.length; i++) {
            joinFollowers(i);
        }
        Map<Integer, List<LetterShape>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(i), root -> new ArrayList<>()).add(letters.get(i));
        }
        return groups.values().stream()
                .map(TextLine::of)
                .map(line -> withMarks ? withMarks(line) : line)
                .toList();
    }

    private void joinFollowers(int i) {
        Box box = letters.get(i).box;
        for (int k = i + 1; k < parent.length; k++) {
            if (letters.get(k).box.left() - box.right() > spacing.widestGap() * MOST_TIMES_HIGHER * box.height()) {
                return;
            }
            if (areNeighbours(letters.get(i), letters.get(k))) {
                parent[root(k)] = root(i);
            }
        }
    }

    private int root(int i) {
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    private boolean areNeighbours(LetterShape left, LetterShape right) {
        double higher = Math.max(left.box.height(), right.box.height());
        double lower = Math.min(left.box.height(), right.box.height());
        int gap = -left.box.columnsSharedWith(right.box);
        return higher <= MOST_TIMES_HIGHER * lower
                && gap <= spacing.widestGap() * higher
                && left.box.rowsSharedWith(right.box) >= SHARED_ROWS * lower
                && OkPlanes.distance(left.colour, right.colour) < spacing.sameColour();
    }

    /** Adds dots, accents, commas and hyphens, which are too small to be letters. */
    private TextLine withMarks(TextLine line) {
        double height = line.medianHeight();
        Box reach = line.box().grown((int) (0.6 * height), (int) (0.35 * height));
        float[] colour = line.colour();
        List<LetterShape> all = new ArrayList<>(line.shapes());
        for (LetterShape mark : marks) {
            boolean fits = mark.box.within(reach).equals(mark.box) && mark.box.height() < 0.45 * height;
            if (fits && !all.contains(mark) && OkPlanes.distance(mark.colour, colour) < spacing.sameColour()) {
                all.add(mark);
            }
        }
        return new TextLine(all, line.slope());
    }

    /**
     * How letters of one line may differ.
     *
     * @param sameColour how far the colours of two letters may be apart in OKLab: little, or more where ink runs from one colour into another
     * @param widestGap between two letters, in heights: narrow, or wide where a dash stands between words
     */
    private record Spacing(float sameColour, double widestGap) {}
}
