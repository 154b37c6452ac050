package dev.pentimento.adapters.local;

/**
 * How much a line catches the eye as lettering.
 *
 * @param value for comparing lines of one picture
 * @param regularity share 0..1 of shapes about as high as the middle one
 * @param contrast distance in OKLab between the ink and what lies between the letters
 */
record Prominence(TextLine line, double value, double regularity, double contrast) {
    private static final double FULL_CONTRAST = 0.3;
    private static final double VISIBLE = 0.03;
    private static final int ENOUGH_LETTERS = 5;

    static Prominence of(TextLine line, OkPlanes picture) {
        double regularity = regularity(line);
        double contrast = OkPlanes.distance(line.colour(), between(line, picture));
        double letters = Math.min(1, line.shapes().size() / (double) ENOUGH_LETTERS);
        double ink = (double) line.area() / line.box().area();
        double strokes = ink > 0.1 && ink < 0.75 ? 1 : 0.2;
        double looks = regularity * evenness(line) * letters * strokes;
        double value = Math.sqrt(line.box().area()) * looks * Math.min(1, contrast / FULL_CONTRAST);
        return new Prominence(line, value, regularity, contrast);
    }

    /** Whether this must be lettering even if nobody pointed at it. */
    boolean isSure() {
        return line.shapes().size() >= 3 && regularity >= 0.7 && contrast >= 0.12;
    }

    /** 0..1: how little the shapes differ in colour. */
    private static double evenness(TextLine line) {
        float[] colour = line.colour();
        double sum = line.shapes().stream()
                .mapToDouble(shape -> Math.pow(OkPlanes.distance(shape.colour, colour) / VISIBLE, 2))
                .sum();
        return 1 / (1 + sum / line.shapes().size());
    }

    private static double regularity(TextLine line) {
        double middle = line.medianHeight();
        long regular = line.shapes().stream()
                .filter(shape -> Math.abs(shape.box.height() - middle) < 0.35 * middle)
                .count();
        return (double) regular / line.shapes().size();
    }

    private static float[] between(TextLine line, OkPlanes picture) {
        Box box = line.box();
        boolean[] ink = new boolean[box.area()];
        for (LetterShape shape : line.shapes()) {
            for (int i : shape.pixels) {
                ink[(i / picture.width - box.top()) * box.width() + i % picture.width - box.left()] = true;
            }
        }
        float[] sum = new float[OkPlanes.COUNT];
        int count = 0;
        for (int i = 0; i < ink.length; i++) {
            int pixel = (box.top() + i / box.width()) * picture.width + box.left() + i % box.width();
            count += ink[i] ? 0 : 1;
            for (int c = 0; c < sum.length && !ink[i]; c++) {
                sum[c] += picture.planes[c][pixel];
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] /= Math.max(1, count);
        }
        return sum;
    }
}
