package dev.pentimento.domain.loop;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a batch stands. */
public enum BatchStatus {
    /** At least one prompt is. */
    RUNNING,
    /** Every prompt is. */
    DONE,
    /** At least one prompt was called off, whatever became of the others. */
    CANCELED,
    /** Some prompts are done and some failed. */
    PARTLY_FAILED,
    /** Every prompt did. */
    FAILED;

    public static BatchStatus of(Collection<Run> runs) {
        Set<RunStatus> found = runs.stream().map(Run::status).collect(Collectors.toSet());
        if (found.contains(RunStatus.RUNNING)) {
            return RUNNING;
        }
        if (found.contains(RunStatus.CANCELED)) {
            return CANCELED;
        }
        if (!found.contains(RunStatus.FAILED)) {
            return DONE;
        }
        return found.contains(RunStatus.DONE) ? PARTLY_FAILED : FAILED;
    }

    /** The word in JSON, such as {@code partly_failed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
