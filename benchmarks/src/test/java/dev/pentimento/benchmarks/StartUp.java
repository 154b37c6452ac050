package dev.pentimento.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the command takes around its work, with what the launcher does for it and without. */
final class StartUp {
    private static final int TIMES = 9;
    private static final double MOST_FOR_VERSION = 0.25;
    private static final double MOST_AROUND = 1.0;
    private static final String PROMPT = "make it warmer and more minimalist";

    private final Commands launcher;
    private final Commands plain;

    StartUp(Path root, Path home) {
        launcher = new Commands(root, environment(home, ""));
        plain = new Commands(root, environment(home, plainOptions()));
    }

    /** Names the archive that comes with every JVM in place of ours, and lets both compilers work. */
    private static String plainOptions() {
        return "-XX:TieredStopAtLevel=4 -XX:SharedArchiveFile="
                + Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
    }

    private static Map<String, String> environment(Path home, String javaOptions) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PENTIMENTO_HOME", home.toString());
        environment.put("PENTIMENTO_JAVA_OPTS", javaOptions);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }

    Table table() {
        launcher.run("--version");
        Table table = Table.of("median of " + TIMES + " runs, s", "as launched", "plain JVM", "aim (as launched)");
        version(table);
        refine(table);
        return table;
    }

    private void version(Table table) {
        List<Double> launched = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            launched.add(launcher.run("--version").seconds());
            bare.add(plain.run("--version").seconds());
        }
        row(
                table,
                "`--version`",
                median(launched),
                median(bare),
                "<= 0.25 s: " + Table.verdict(median(launched) <= MOST_FOR_VERSION));
    }

    private void refine(Table table) {
        List<Commands.Run> launched = new ArrayList<>();
        List<Commands.Run> bare = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            launched.add(launcher.run("refine", "examples/coffee-logo.png", PROMPT));
            bare.add(plain.run("refine", "examples/coffee-logo.png", PROMPT));
        }
        row(table, "`refine` of 1024x1024 px, whole", whole(launched), whole(bare), "");
        row(table, "of which the engine", engine(launched), engine(bare), "");
        double around = around(launched);
        row(table, "of which all around it", around, around(bare), "<= 1.0 s: " + Table.verdict(around <= MOST_AROUND));
    }

    private static void row(Table table, String what, double launched, double bare, String aim) {
        table.row(what, Table.number(launched, 2), Table.number(bare, 2), aim);
    }

    private static double whole(List<Commands.Run> runs) {
        return median(runs.stream().map(Commands.Run::seconds).toList());
    }

    private static double engine(List<Commands.Run> runs) {
        return median(runs.stream().map(Commands.Run::engineSeconds).toList());
    }

    private static double around(List<Commands.Run> runs) {
        return median(runs.stream().map(Commands.Run::around).toList());
    }

    private static double median(List<Double> values) {
        return Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
