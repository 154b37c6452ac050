package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Shapes that stand beside each other like the letters of a line.
 *
 * @param shapes from left to right
 * @param slope of the baseline: px down per px to the right
 */
record TextLine(List<LetterShape> shapes, double slope) {
    private static final double LEVEL = 0.02;
    /** A gap wider than this share of the letters' height parts words. */
    private static final double WORD_GAP = 0.3;

    private static final int MOST_LETTERS = 80;

    TextLine {
        shapes = shapes.stream()
                .sorted(Comparator.comparingInt(shape -> shape.box.left()))
                .toList();
    }

    static TextLine of(List<LetterShape> shapes) {
        return new TextLine(shapes, slopeOf(shapes));
    }

    /** The median slope between the feet of all pairs (Theil and Sen), which descenders do not disturb. */
    private static double slopeOf(List<LetterShape> shapes) {
        if (shapes.size() < 4) {
            return 0;
        }
        double[] slopes = new double[shapes.size() * (shapes.size() - 1) / 2];
        int count = 0;
        for (int i = 0; i < shapes.size(); i++) {
            for (int k = i + 1; k < shapes.size(); k++) {
                Box a = shapes.get(i).box;
                Box b = shapes.get(k).box;
                double run = b.centreX() - a.centreX();
                slopes[count++] = Math.abs(run) < 1 ? 0 : (b.bottom() - a.bottom()) / run;
            }
        }
        Arrays.sort(slopes);
        double slope = slopes[count / 2];
        return Math.abs(slope) < LEVEL ? 0 : slope;
    }

    Box box() {
        Box box = shapes.get(0).box;
        for (LetterShape shape : shapes) {
            box = box.union(shape.box);
        }
        return box;
    }

    int area() {
        return shapes.stream().mapToInt(LetterShape::area).sum();
    }

    /** The height of the shape in the middle, when shapes are sorted by height and larger ones count for more. */
    double medianHeight() {
        List<LetterShape> byHeight = shapes.stream()
                .sorted(Comparator.comparingInt(shape -> shape.box.height()))
                .toList();
        int half = area() / 2;
        for (LetterShape shape : byHeight) {
            half -= shape.area();
            if (half <= 0) {
                return shape.box.height();
            }
        }
        return byHeight.get(byHeight.size() - 1).box.height();
    }

    /** The shapes' mean colour, weighted by their size. */
    float[] colour() {
        float[] sum = new float[OkPlanes.COUNT];
        for (LetterShape shape : shapes) {
            for (int c = 0; c < sum.length; c++) {
                sum[c] += shape.colour[c] * shape.area() / area();
            }
        }
        return sum;
    }

    /** The line and every run of its words that has {@code count} words. */
    Set<WordRun> runsOfWords(int count) {
        Set<WordRun> runs = new LinkedHashSet<>(List.of(WordRun.whole(this)));
        addRuns(words(), count, runs);
        return runs;
    }

    /** Every run of {@code count} letters. */
    Set<WordRun> runsOfLetters(int count) {
        Set<WordRun> runs = new LinkedHashSet<>();
        List<TextLine> letters = letters();
        if (letters.size() <= MOST_LETTERS) {
            addRuns(letters.stream().map(TextLine::shapes).toList(), count, runs);
        }
        return runs;
    }

    /** Whether most of the ink is in shapes about as high as the middle one and of one colour, as letters of a line are. */
    boolean isEven() {
        double middle = medianHeight();
        float[] colour = colour();
        int even = shapes.stream()
                .filter(shape -> shape.box.height() > 0.55 * middle && shape.box.height() < 1.7 * middle)
                .filter(shape -> OkPlanes.distance(shape.colour, colour) < 0.15)
                .mapToInt(LetterShape::area)
                .sum();
        return even >= 0.6 * area();
    }

    private void addRuns(List<List<LetterShape>> parts, int length, Set<WordRun> runs) {
        for (int from = 0; parts.size() > length && from + length <= parts.size(); from++) {
            List<LetterShape> run = new ArrayList<>();
            parts.subList(from, from + length).forEach(run::addAll);
            runs.add(new WordRun(this, new TextLine(run, slope)));
        }
    }

    /** One small line for each letter, dots and accents with the letter they stand over. */
    List<TextLine> letters() {
        List<List<LetterShape>> letters = new ArrayList<>();
        Box last = new Box(0, 0, 0, 0);
        for (LetterShape shape : shapes) {
            boolean more = !letters.isEmpty() && standOverEachOther(last, shape.box);
            if (!more) {
                letters.add(new ArrayList<>());
            }
            letters.get(letters.size() - 1).add(shape);
            last = more ? last.union(shape.box) : shape.box;
        }
        return letters.stream().map(letter -> new TextLine(letter, 0)).toList();
    }

    private static boolean standOverEachOther(Box one, Box other) {
        return one.columnsSharedWith(other) > 0.5 * Math.min(one.width(), other.width());
    }

    List<List<LetterShape>> words() {
        List<List<LetterShape>> words = new ArrayList<>();
        int end = Integer.MIN_VALUE / 2;
        for (LetterShape shape : shapes) {
            if (shape.box.left() - end > WORD_GAP * medianHeight()) {
                words.add(new ArrayList<>());
            }
            words.get(words.size() - 1).add(shape);
            end = Math.max(end, shape.box.right());
        }
        return words;
    }

    /** The letters upright: the line turned until its baseline is level, trimmed to the ink. */
    Coverage upright(int pictureWidth) {
        Box box = box().grown(1);
        Coverage ink = new Coverage(box.width(), box.height());
        for (LetterShape shape : shapes) {
            for (int i : shape.pixels) {
                ink.values[(i / pictureWidth - box.top()) * ink.width + i % pictureWidth - box.left()] = 1;
            }
        }
        return slope == 0 ? ink : Turned.level(ink, Math.atan(slope));
    }
}
