package dev.pentimento.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything there is and writes the tables of {@code docs/benchmarks.md}, between its two marks. */
final class MeasureEverything {
    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";

    private final Path root;
    private final StringBuilder report = new StringBuilder();

    private MeasureEverything(Path root) {
        this.root = root;
    }

    /**
     * @param arguments the root of the checkout
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path scratch = Files.createTempDirectory("pentimento-benchmarks");
        try {
            MeasureEverything everything = new MeasureEverything(root);
            everything.measure(scratch);
            everything.write(root.resolve(Path.of("docs", "benchmarks.md")));
        } finally {
            delete(scratch);
        }
    }

    private void measure(Path scratch) throws IOException, RunnerException {
        report.append("Measured on %s: %s\n\n".formatted(LocalDate.now(ZoneOffset.UTC), Machine.description()));
        section("Start-up", new StartUp(root, Files.createDirectories(scratch.resolve("home"))).table());
        section("Lineage", LineageTimes.measure(root, scratch));
        Microbenchmarks micro = Microbenchmarks.run();
        section("Masked edits", micro.compositing());
        section("Reading pictures", micro.reading());
        section("Writing pictures", micro.writing());
        section("Memory", HeapNeeds.measure(scratch));
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

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        all.forEach(file -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
