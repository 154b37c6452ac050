package dev.pentimento.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines whose cells stand below each other. */
final class Columns {
    private static final String GAP = "  ";

    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * A text in a line.
     *
     * @param paint gives it its colour; the text must not have one
     */
    record Cell(String text, boolean rightAligned, UnaryOperator<String> paint) {
        static Cell of(String text) {
            return painted(text, UnaryOperator.identity());
        }

        static Cell painted(String text, UnaryOperator<String> paint) {
            return new Cell(text, false, paint);
        }

        /** The same, at the right edge of its column. */
        Cell right() {
            return new Cell(text, true, paint);
        }

        private int width() {
            return text.codePointCount(0, text.length());
        }

        private String filled(int width) {
            String blanks = " ".repeat(width - width());
            return rightAligned ? blanks + paint.apply(text) : paint.apply(text) + blanks;
        }
    }

    /** All rows must have as many cells as the first. */
    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<Cell> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(line.isEmpty() ? "" : GAP).append(row.get(i).filled(width(i)));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).width()).max().orElse(0);
    }
}
