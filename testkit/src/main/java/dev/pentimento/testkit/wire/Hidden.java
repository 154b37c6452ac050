package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Looks for the key where it must not be. */
final class Hidden {
    private Hidden() {}

    /** In its message, its causes' messages and everything else that a stack trace shows; the message is one line. */
    static void keyIsHiddenIn(Throwable failure) {
        assertThat(String.valueOf(failure.getMessage()))
                .as("message of %s", failure.getClass().getSimpleName())
                .doesNotContain("\n", "\r", WireContract.KEY);
        assertThat(stackTrace(failure)).as("stack trace").doesNotContain(WireContract.KEY);
    }

    static void keyIsHiddenIn(Object described) {
        assertThat(described.toString()).as("description").doesNotContain(WireContract.KEY);
    }

    static String everythingIn(LogRecord told) {
        return "%s %s %s%n"
                .formatted(told.getMessage(), Arrays.deepToString(told.getParameters()), stackTrace(told.getThrown()));
    }

    private static String stackTrace(@Nullable Throwable failure) {
        StringWriter text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }
}
