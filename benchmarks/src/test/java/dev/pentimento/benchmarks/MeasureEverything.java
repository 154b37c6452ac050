package dev.pentimento.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything there is and writes the tables of {@code docs/benchmarks.md}, between its two marks. */
final class MeasureEverything {
    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final StringBuilder report = new StringBuilder();

    private MeasureEverything(Path root, Scratch scratch) {
        parts.put("start-up", () -> section("Start-up", new StartUp(root, scratch.folder("home")).table()));
        parts.put("lineage", () -> section("Lineage", LineageTimes.measure(root, scratch.folder("lineage"))));
        parts.put("bundles", () -> section("Bundles", BundleTimes.measure(scratch.folder("bundles"))));
        parts.put("jobs", () -> JobTimes.measure(scratch.folder("jobs")).forEach(table -> section("Jobs", table)));
        parts.put("loop", () -> section("The loop", LoopTimes.measure(scratch.folder("loop"))));
        parts.put("events", () -> section("Events", EventTimes.measure(scratch.folder("events"))));
        parts.put("pixels", this::pixels);
        parts.put("memory", () -> section("Memory", HeapNeeds.measure(scratch.folder("memory"))));
    }

    /** A part of the report. */
    private interface Part {
        void measure() throws IOException, RunnerException;
    }

    /**
     * Prints what it measures; writes the page only when that is everything.
     *
     * @param arguments the root of the checkout, and the parts to measure if not all
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        try (Scratch scratch = Scratch.create()) {
            MeasureEverything everything = new MeasureEverything(root, scratch);
            everything.measure(wanted);
            if (wanted.isEmpty()) {
                everything.write(root.resolve(Path.of("docs", "benchmarks.md")));
            }
        }
    }

    private void measure(List<String> wanted) throws IOException, RunnerException {
        if (!parts.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException("Measure any of %s, not %s".formatted(parts.keySet(), wanted));
        }
        report.append("Measured on %s: %s\n\n".formatted(LocalDate.now(ZoneOffset.UTC), Machine.description()));
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (wanted.isEmpty() || wanted.contains(part.getKey())) {
                part.getValue().measure();
            }
        }
    }

    private void pixels() throws RunnerException {
        Microbenchmarks micro = Microbenchmarks.run();
        section("Masked edits", micro.compositing());
        section("Reading pictures", micro.reading());
        section("Writing pictures", micro.writing());
    }

    private void section(String title, Table table) {
        System.out.printf("%n%s%n%s%n", title, table);
        report.append("### %s\n\n%s\n".formatted(title, table));
    }

    private void write(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("%s has lost its marks %s and %s".formatted(page, BEGIN, END));
        }
        Files.writeString(page, text.substring(0, begin + BEGIN.length()) + "\n" + report + text.substring(end));
    }
}
