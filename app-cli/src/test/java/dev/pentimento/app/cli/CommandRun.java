package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Background;
import dev.pentimento.app.cli.terminal.Interrupts;
import dev.pentimento.app.cli.terminal.Surroundings;
import dev.pentimento.bootstrap.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Runs the command line in a folder of its own, without a process around it. */
final class CommandRun {
    private final Path folder;
    private final Function<Settings.Sources, Home> homes;
    private final Map<String, String> environment = new HashMap<>(Map.of("COLUMNS", "80", "LINES", "24"));
    private byte[] input = {};
    private boolean outIsTerminal;
    private boolean errIsTerminal;
    private Interrupts interrupts = action -> () -> {};
    private Background background = arguments -> {};
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = FakeWorkbench.END;

    CommandRun(Path folder, Function<Settings.Sources, Home> homes) {
        this.folder = folder;
        this.homes = homes;
    }

    CommandRun(Path folder, Home home) {
        this(folder, sources -> home);
    }

    /** A person looks at standard output, without colours. */
    CommandRun onTerminal() {
        outIsTerminal = true;
        return with("NO_COLOR", "1");
    }

    CommandRun inColor() {
        outIsTerminal = true;
        return this;
    }

    CommandRun watched() {
        errIsTerminal = true;
        return this;
    }

    CommandRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandRun reading(byte... bytes) {
        input = bytes;
        return this;
    }

    CommandRun interruptedBy(Interrupts source) {
        interrupts = source;
        return this;
    }

    CommandRun at(Instant moment) {
        now = moment;
        return this;
    }

    /** @param starter is given what is to be run in the background */
    CommandRun starting(Background starter) {
        background = starter;
        return this;
    }

    /** Waits until the run has said so on standard error. */
    void awaitErr(String text) {
        while (!err.toString(StandardCharsets.UTF_8).contains(text)) {
            Thread.onSpinWait();
        }
    }

    /** Once only. */
    Ending run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input),
                out,
                err,
                environment,
                folder,
                outIsTerminal,
                errIsTerminal,
                () -> Clock.fixed(now, ZoneOffset.UTC),
                interrupts,
                background);
        int code = new Program(surroundings, homes).run(arguments);
        return new Ending(code, new Written(out.toByteArray()), err.toString(StandardCharsets.UTF_8));
    }

    /** How a run ended. */
    record Ending(int code, Written written, String err) {
        String out() {
            return new String(written.bytes(), StandardCharsets.UTF_8);
        }
    }

    /** What came through standard output. */
    static final class Written {
        private final byte[] bytes;

        Written(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
