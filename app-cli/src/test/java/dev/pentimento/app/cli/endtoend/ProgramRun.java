package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a program in a process of its own, from beginning to end. */
record ProgramRun(int exitCode, String out, String err) {
    private static final long PATIENCE_SECONDS = 120;

    /** Newer Javas warn about native libraries that nobody allowed; the manifest of the jar does it for users. */
    private static final String NATIVE_DATABASE = "--enable-native-access=ALL-UNNAMED";

    private static final Path KILL = Path.of("/bin/kill");

    /** Runs the JVM that runs the tests. */
    static ProgramRun ofJava(Path folder, String... arguments) throws IOException, InterruptedException {
        return await(start(folder, Map.of(), arguments), folder);
    }

    /** Runs the command line on a home. */
    static ProgramRun ofPentimento(Path folder, Path home, String... arguments)
            throws IOException, InterruptedException {
        return await(startPentimento(folder, home, arguments), folder);
    }

    static Started startPentimento(Path folder, Path home, String... arguments) throws IOException {
        return startPentimento(folder, Map.of("PENTIMENTO_HOME", home.toString()), List.of(), arguments);
    }

    /** With more settings for the program and more options for the JVM. */
    static Started startPentimento(
            Path folder, Map<String, String> environment, List<String> jvmOptions, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.pentimento.app.cli.Main"));
        command.addAll(List.of(arguments));
        return start(folder, environment, command.toArray(String[]::new));
    }

    /** A program under way, and where its output goes. */
    record Started(Process process, Path out, Path err) {
        /** Reads along until the program has said so on standard error. */
        void awaitLine(String text) throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.readString(err).contains(text)) {
                assertThat(System.nanoTime()).as("still no '%s'", text).isLessThan(deadline);
                assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                        .as("ended early")
                        .isFalse();
            }
        }

        /** @param signal such as INT */
        void send(String signal) throws IOException, InterruptedException {
            assumeTrue(Files.isExecutable(KILL), "SKIPPED: no /bin/kill to send signals with");
            new ProcessBuilder(KILL.toString(), "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private static Started start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                NATIVE_DATABASE));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PENTIMENTO_"));
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    static ProgramRun await(Started started, Path folder) throws IOException, InterruptedException {
        if (!started.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            started.process().destroyForcibly();
            throw new AssertionError("Still running after %d s in %s".formatted(PATIENCE_SECONDS, folder));
        }
        return new ProgramRun(
                started.process().exitValue(), Files.readString(started.out()), Files.readString(started.err()));
    }
}
