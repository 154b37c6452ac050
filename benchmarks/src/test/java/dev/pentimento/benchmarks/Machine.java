package dev.pentimento.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What was measured on, in one line. */
final class Machine {
    private static final double BYTES_IN_MB = 1e6;

    private Machine() {}

    /** After a collection, in MB. */
    static String usedHeap() {
        System.gc();
        double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return Table.number(used / BYTES_IN_MB, 1);
    }

    static String description() throws IOException {
        return "%s, %d processors, %s %s, Java %s (%s)"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"));
    }

    /** Linux tells; elsewhere the architecture has to do. */
    private static String processor() throws IOException {
        Path told = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(told)) {
            return "unknown processor";
        }
        try (Stream<String> lines = Files.lines(told)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        }
    }
}
