package dev.pentimento.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Everything that JMH measures, and the tables of it. */
final class Microbenchmarks {
    private static final double MOST_FOR_COMPOSITING = 3;
    private static final double MOST_FOR_CODING = 1.3;
    private static final double MICROSECONDS_IN_MS = 1000;

    private final Map<String, Result<?>> results = new HashMap<>();

    private Microbenchmarks(Collection<RunResult> runs) {
        runs.forEach(run -> results.put(name(run.getParams()), run.getPrimaryResult()));
    }

    static Microbenchmarks run() throws RunnerException {
        return new Microbenchmarks(new Runner(options()
                        .forks(1)
                        .jvmArgs("-Xmx4g")
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run());
    }

    /** Each once, in this JVM and on small pictures: whether it works at all. */
    static Microbenchmarks rehearse() throws RunnerException {
        return new Microbenchmarks(new Runner(options()
                        .param("megapixels", "1")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .build())
                .run());
    }

    private static ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .include(Microbenchmarks.class.getPackageName().replace(".", "\\.") + "\\..*")
                .shouldFailOnError(true);
    }

    private static String name(BenchmarkParams benchmark) {
        String method = benchmark.getBenchmark();
        String format = benchmark.getParamsKeys().contains("format") ? benchmark.getParam("format") : "";
        return name(
                method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1),
                format,
                benchmark.getParam("megapixels"));
    }

    private static String name(String method, String format, String megapixels) {
        return String.join(" ", method, format, megapixels);
    }

    int count() {
        return results.size();
    }

    Table compositing() {
        Table table = Table.of(
                "12-megapixel edit", "composite + check, ms", "copying both pictures, ms", "ratio", "aim <= 3x");
        double copy = ms("CompositingBenchmark.copy", "", "12");
        for (String mask : List.of("hard", "feathered")) {
            double time = ms("CompositingBenchmark." + mask + "Mask", "", "12");
            table.row(
                    mask + " mask",
                    Table.number(time, 1),
                    Table.number(copy, 1),
                    Table.ratio(time / copy),
                    Table.verdict(time / copy <= MOST_FOR_COMPOSITING));
        }
        return table;
    }

    Table reading() {
        return coding("ReadingBenchmark", "read", List.of("PNG", "JPEG", "WEBP"));
    }

    Table writing() {
        return coding("WritingBenchmark", "write", List.of("PNG", "JPEG"));
    }

    private Table coding(String benchmark, String what, List<String> formats) {
        Table table = Table.of(what, "megapixels", "Pentimento, ms", "bare ImageIO, ms", "ratio", "aim <= 1.3x");
        for (String format : formats) {
            for (String megapixels : List.of("1", "4", "12")) {
                double ours = ms(benchmark + ".pentimento", format, megapixels);
                double bare = ms(benchmark + ".imageIo", format, megapixels);
                table.row(
                        format,
                        megapixels,
                        Table.number(ours, 1),
                        Table.number(bare, 1),
                        Table.ratio(ours / bare),
                        Table.verdict(ours / bare <= MOST_FOR_CODING));
            }
        }
        return table;
    }

    private double ms(String method, String format, String megapixels) {
        Result<?> result = results.get(name(method, format, megapixels));
        if (result == null) {
            throw new IllegalArgumentException("Nothing was measured for " + name(method, format, megapixels));
        }
        return result.getScore() / MICROSECONDS_IN_MS;
    }
}
