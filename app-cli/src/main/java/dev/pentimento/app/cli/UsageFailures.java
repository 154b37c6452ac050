package dev.pentimento.app.cli;

import dev.pentimento.domain.job.FailureCode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments, with what may have been meant, and where help is. */
final class UsageFailures implements IParameterExceptionHandler {
    private static final Pattern INVALID_OPTION = Pattern.compile("^Invalid value for option '([^']+)'[^:]*: ");
    private static final Pattern INVALID_PARAMETER =
            Pattern.compile("^Invalid value for positional parameter at index \\d+ \\(<?([^>)]+)>?\\): ");

    private static final Pattern PROGRAM = Pattern.compile("^pentimento ");

    private final Session session;
    private final Failures failures;

    UsageFailures(Session session, Failures failures) {
        this.session = session;
        this.failures = failures;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        session.options().assume(List.of(arguments));
        if (session.options().debug()) {
            failure.printStackTrace(session.console().errors());
        }
        int code = failures.tell(FailureCode.INVALID_REQUEST, message(failure), null);
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        session.console().note("Try '%s --help'".formatted(command));
        return code;
    }

    private static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String message = String.valueOf(failure.getMessage());
        String named = INVALID_OPTION
                .matcher(message)
                .replaceFirst("$1: ")
                .replaceFirst("('\\d{10,}') is not an? (int|long)$", "$1 is too large")
                .replaceFirst(" is not an? (int|long)$", " is not a whole number")
                .replaceFirst(" is not a double$", " is not a number");
        return INVALID_PARAMETER.matcher(named).replaceFirst("$1: ");
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        if (failure.isUnknownOption()) {
            return "There is no option %s%s".formatted(quoted(failure, "-"), suggestion(failure));
        }
        CommandLine command = failure.getCommandLine();
        return command.getParent() == null
                ? "There is no command '%s'%s".formatted(failure.getUnmatched().get(0), suggestion(failure))
                : "%s is too much; a prompt of several words needs quotes".formatted(quoted(failure, ""));
    }

    private static String quoted(UnmatchedArgumentException failure, String beginning) {
        return failure.getUnmatched().stream()
                .filter(text -> text.startsWith(beginning))
                .map("'%s'"::formatted)
                .collect(Collectors.joining(" "));
    }

    private static String suggestion(UnmatchedArgumentException failure) {
        return failure.getSuggestions().stream()
                .findFirst()
                .map(text ->
                        "; did you mean %s?".formatted(PROGRAM.matcher(text).replaceFirst("")))
                .orElse("");
    }
}
