package dev.pentimento.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of the report, as Markdown. Numbers stand to the right. */
final class Table {
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> columns) {
        this.columns = columns;
    }

    static Table of(String... columns) {
        return new Table(List.of(columns));
    }

    Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of this table has %d cells but was given %d".formatted(columns.size(), cells.length));
        }
        rows.add(List.of(cells));
        return this;
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** Such as {@code 1.24x}. */
    static String ratio(double value) {
        return number(value, 2) + "x";
    }

    /** What was measured beside what was wanted. */
    static String verdict(boolean met) {
        return met ? "met" : "**missed**";
    }

    @Override
    public String toString() {
        String ruler = columns.stream()
                .map(column -> column.equals(columns.get(0)) ? "---" : "---:")
                .collect(Collectors.joining("|", "|", "|\n"));
        return line(columns) + ruler + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
