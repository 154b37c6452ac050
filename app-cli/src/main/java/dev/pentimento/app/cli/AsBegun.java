package dev.pentimento.app.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What was said when a batch began holds to its end, so that whoever goes on with it need not say it again and cannot say otherwise. */
final class AsBegun {
    private AsBegun() {}

    /**
     * @param command whose command line is looked at for the option
     * @param now what the option is
     * @param then what it was
     * @throws IllegalArgumentException if the option is given and is not what it was
     */
    static void require(CommandSpec command, String option, @Nullable Object now, @Nullable Object then) {
        boolean given = command.commandLine().getParseResult().hasMatchedOption(option);
        if (given && !Objects.equals(now, then)) {
            String was = then == null ? "without it" : "with " + then;
            throw new IllegalArgumentException(
                    "The batch was begun %s, not with %s %s; leave that out, or begin a new batch in another folder"
                            .formatted(was, option, now));
        }
    }
}
