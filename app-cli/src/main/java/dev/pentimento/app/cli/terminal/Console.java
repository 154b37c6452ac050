package dev.pentimento.app.cli.terminal;

import dev.pentimento.ports.failure.StorageFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Writes results to standard output and everything else to standard error, in UTF-8. */
public final class Console {
    private final Surroundings surroundings;
    private final Supplier<Manner> manner;
    private final OutputStream out;
    private final PrintStream err;
    private volatile boolean drawing;

    /**
     * How the user wants to be answered.
     *
     * @param json one JSON document on standard output, even on a terminal
     * @param quiet no progress and no hints
     */
    public record Manner(boolean json, boolean quiet, boolean colors) {}

    /**
     * @param manner as it is known so far; asked again each time
     */
    public Console(Surroundings surroundings, Supplier<Manner> manner) {
        this.surroundings = surroundings;
        this.manner = manner;
        this.out = new BufferedOutputStream(surroundings.out());
        this.err = new PrintStream(surroundings.err(), false, StandardCharsets.UTF_8);
    }

    /** Whether results are documents for programs: asked for, or nobody looks at standard output. */
    public boolean speaksJson() {
        return manner.get().json() || !surroundings.outIsTerminal();
    }

    public boolean isQuiet() {
        return manner.get().quiet();
    }

    /** For standard output. */
    public Paint paint() {
        return surroundings.outIsTerminal() && colorsAreWelcome() ? Paint.COLORFUL : Paint.PLAIN;
    }

    /** For standard error. */
    public Paint errorPaint() {
        return surroundings.errIsTerminal() && colorsAreWelcome() ? Paint.COLORFUL : Paint.PLAIN;
    }

    private boolean colorsAreWelcome() {
        return manner.get().colors() && surroundings.wantsColors();
    }

    /** A line of the result. */
    public void line(String text) {
        bytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of the result. */
    public void bytes(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /** For help, which is a result too. */
    public PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    /** A line beside the result; it takes the place of a bar, which is drawn again below it. */
    public void note(String text) {
        error((drawing ? BarProgress.ERASE : "") + text + "\n");
    }

    /** A line beside the result that nobody needs who wants quiet. */
    public void hint(String text) {
        if (!isQuiet()) {
            note(text);
        }
    }

    /** Text on standard error as it is. */
    private void error(String text) {
        err.print(text);
        err.flush();
    }

    /** For a stack trace or a help text. */
    public PrintStream errors() {
        return err;
    }

    /** Writes what has been kept back. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /** A reader that has seen enough, such as {@code head}, is no failure. */
    private static void giveUp(IOException cause) {
        if (!"Broken pipe".equals(cause.getMessage())) {
            throw new StorageFailure(
                    StorageFailure.Reason.NOT_WRITABLE,
                    "Standard output cannot be written: " + cause.getMessage(),
                    cause);
        }
    }

    /** Live on a terminal, a line per stage elsewhere, nothing when quiet. */
    public JobProgress progress(String task) {
        if (manner.get().quiet()) {
            return new SilentProgress();
        }
        return surroundings.errIsTerminal() && surroundings.isLively() ? bar(task) : new LineProgress(this::note);
    }

    /** As {@link #progress}, of many things at the same time. */
    public BatchProgress batchProgress() {
        if (isQuiet()) {
            return BatchProgress.SILENT;
        }
        return surroundings.errIsTerminal() && surroundings.isLively()
                ? new BatchBars(this::error, surroundings::now, TerminalSize.of(surroundings.environment()))
                : new BatchLog(this::note);
    }

    private BarProgress bar(String task) {
        int width = TerminalSize.of(surroundings.environment()).columns();
        drawing = true;
        return new BarProgress(
                task, this::error, () -> drawing = false, width, errorPaint().isColorful());
    }
}
