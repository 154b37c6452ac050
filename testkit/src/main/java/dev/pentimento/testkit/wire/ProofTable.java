package dev.pentimento.testkit.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the suites found as tables of Markdown: one for each suite, a row for each promise and a column for each provider, and below them the
 * reasons of the differences that were declared.
 */
public final class ProofTable {
    private static final String BEGIN = "<!-- proven: begin -->";
    private static final String END = "<!-- proven: end -->";

    private final Map<String, Map<String, Map<Promise, Finding>>> suites = new TreeMap<>();

    /** One line of a suite's report. */
    private record Finding(String provider, String suite, Promise promise, String outcome, String reason) {
        static Finding of(String line) {
            String[] cells = line.split("\t", -1);
            return new Finding(cells[0], cells[1], Promise.valueOf(cells[2]), cells[3], cells[4]);
        }

        /** What is said of a promise that several tests prove: the worst of it. */
        Finding and(Finding other) {
            return rank() >= other.rank() ? this : other;
        }

        private int rank() {
            return List.of("proven", "declared", "failed").indexOf(outcome);
        }
    }

    /**
     * Rewrites a page between its two marks.
     *
     * @param arguments the folder that {@value Findings#FOLDER} named, and the page
     */
    public static void main(String[] arguments) throws IOException {
        ProofTable table = new ProofTable();
        for (String line : lines(Path.of(arguments[0]))) {
            table.add(Finding.of(line));
        }
        Path page = Path.of(arguments[1]);
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("%s lacks the marks %s and %s".formatted(page, BEGIN, END));
        }
        Files.writeString(
                page, text.substring(0, begin + BEGIN.length()) + "\n" + table.markdown() + text.substring(end));
    }

    private static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private void add(Finding finding) {
        suites.computeIfAbsent(finding.suite(), suite -> new TreeMap<>())
                .computeIfAbsent(finding.provider(), provider -> new EnumMap<>(Promise.class))
                .merge(finding.promise(), finding, Finding::and);
    }

    private String markdown() {
        return suites.entrySet().stream()
                .map(suite -> suite(suite.getKey(), suite.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String suite(String name, Map<String, Map<Promise, Finding>> providers) {
        List<String> reasons = new ArrayList<>();
        StringBuilder text = new StringBuilder("### " + name + "\n\n");
        text.append("| Promise | ")
                .append(String.join(" | ", providers.keySet()))
                .append(" |\n");
        text.append("|---|").append(":-:|".repeat(providers.size())).append("\n");
        for (Promise promise : promises(providers)) {
            text.append("| ").append(promise.sentence());
            providers.values().forEach(found -> text.append(" | ").append(cell(found.get(promise), reasons)));
            text.append(" |\n");
        }
        text.append(reasons.isEmpty() ? "" : "\n").append(footnotes(reasons));
        return text.toString();
    }

    private static Set<Promise> promises(Map<String, Map<Promise, Finding>> providers) {
        return providers.values().stream()
                .flatMap(found -> found.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String cell(@Nullable Finding finding, List<String> reasons) {
        if (finding == null) {
            return "–";
        }
        if (finding.outcome().equals("proven")) {
            return "✓";
        }
        String reason = finding.provider() + ": " + finding.reason().replaceFirst("^Declared difference: ", "");
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return (finding.outcome().equals("failed") ? "**failed** " : "") + "[" + (reasons.indexOf(reason) + 1) + "]";
    }

    private static String footnotes(List<String> reasons) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < reasons.size(); i++) {
            text.append("%d. %s\n".formatted(i + 1, reasons.get(i)));
        }
        return text.toString();
    }
}
