package dev.pentimento.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command as a user starts it, from a checkout. */
record Commands(Path root, Map<String, String> environment) {
    private static final double NANOSECONDS = 1e9;

    /**
     * One run.
     *
     * @param seconds from start to end, launcher and JVM included
     * @param engineSeconds of which the engine took, by the command's own progress lines; 0 if there were none
     */
    record Run(double seconds, double engineSeconds) {
        double around() {
            return seconds - engineSeconds;
        }
    }

    Run run(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root.resolve("pentimento").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectOutput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            return watch(builder, String.join(" ", arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted", e);
        }
    }

    private static Run watch(ProcessBuilder builder, String what) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder.start();
        long engineStart = start;
        long engineEnd = start;
        StringBuilder said = new StringBuilder();
        try (BufferedReader progress = process.errorReader()) {
            for (String line = progress.readLine(); line != null; line = progress.readLine()) {
                said.append(line).append('\n');
                engineStart = line.endsWith("Prompt refine") ? System.nanoTime() : engineStart;
                engineEnd = line.endsWith("Composite mask") ? System.nanoTime() : engineEnd;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("'%s' failed: %s".formatted(what, said));
        }
        long end = System.nanoTime();
        return new Run((end - start) / NANOSECONDS, (engineEnd - engineStart) / NANOSECONDS);
    }
}
