package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.ErrorDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.PentimentoException;
import org.jspecify.annotations.Nullable;

/** Tells what went wrong: one line on standard error, with {@code --json} a document too, and the exit code. */
final class Failures {
    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    int tell(Throwable failure) {
        if (session.options().debug()) {
            failure.printStackTrace(session.console().errors());
        }
        return tell(code(failure), message(failure), null);
    }

    int tell(FailureCode code, String message, @Nullable JobId job) {
        note(message);
        if (session.options().json()) {
            session.console().line(Json.write(ErrorDocument.of(code, Words.line(message), job)));
        }
        return ExitCodes.of(code);
    }

    /** Only the line, of something beside which a result is told. */
    void note(String message) {
        Console console = session.console();
        console.note(console.errorPaint().bad("pentimento:") + " " + Words.line(message));
    }

    /** What a domain record refuses came from the arguments. */
    private static FailureCode code(Throwable failure) {
        if (failure instanceof PentimentoException known) {
            return known.code();
        }
        return failure instanceof IllegalArgumentException ? FailureCode.INVALID_REQUEST : FailureCode.INTERNAL;
    }

    private String message(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "There is not enough memory for this; use smaller images or fewer at a time, or a larger heap (-Xmx)";
        }
        String message = String.valueOf(failure.getMessage());
        if (code(failure) != FailureCode.INTERNAL) {
            return message;
        }
        return "Unexpected %s: %s; %s"
                .formatted(
                        failure.getClass().getSimpleName(),
                        message,
                        session.options().debug()
                                ? "please report the trace above"
                                : "run it with --debug and report the trace");
    }
}
