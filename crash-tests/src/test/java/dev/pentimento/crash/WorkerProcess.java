package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.testkit.OtherProcess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Worker} as others see it. */
final class WorkerProcess implements AutoCloseable {
    /** It does not live for long. */
    private static final List<String> HASTY =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx200m");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final BufferedWriter ears;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process) {
        this.process = process;
        this.ears = process.outputWriter();
        Thread listener = new Thread(this::listen, "listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** @param faults such as {@code fault.halt=AFTER_SENDING:1} */
    static WorkerProcess start(List<String> faults, List<String> arguments) {
        try {
            List<String> options = new ArrayList<>(HASTY);
            faults.forEach(fault -> options.add("-D" + fault));
            return new WorkerProcess(OtherProcess.start(options, Worker.class, arguments.toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader mouth = process.inputReader()) {
            mouth.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException end) {
            return;
        }
    }

    WorkerProcess awaitReady() {
        assertThat(answer()).isEqualTo(Worker.READY);
        return this;
    }

    /** Says it, without waiting for an answer; a process that is gone hears nothing. */
    void tell(String command) {
        try {
            ears.write(command);
            ears.newLine();
            ears.flush();
        } catch (IOException gone) {
            return;
        }
    }

    /** What it says next. */
    String answer() {
        try {
            @Nullable String line = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("The process said nothing within %s".formatted(PATIENCE));
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while listening to another process", e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.toHandle().destroyForcibly();
        OtherProcess.end(process);
    }

    /** As {@code kill} does. */
    void askToEnd() {
        process.toHandle().destroy();
    }

    /** Whether it ended by itself within the time. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while another process was working", e);
        }
    }

    int end() {
        return OtherProcess.end(process);
    }

    /** After {@code kill -STOP}. */
    void goOn() {
        signal("CONT");
    }

    /** Lets it end by itself when it has done what it was told. */
    int dismiss() {
        try {
            ears.close();
        } catch (IOException gone) {
            return end();
        }
        return end();
    }

    /** What it said so far that nobody has listened to. */
    List<String> overheard() {
        List<String> lines = new ArrayList<>();
        said.drainTo(lines);
        return lines;
    }

    /** Whether it is stopped, by whomever; only where the system shows that in files. */
    boolean isStopped() {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") T");
        } catch (IOException gone) {
            return false;
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            assertThat(OtherProcess.end(kill)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
