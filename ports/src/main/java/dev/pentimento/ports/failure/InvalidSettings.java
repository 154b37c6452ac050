package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;
import java.util.List;

/** The configuration cannot be used; every problem is told at once. */
public final class InvalidSettings extends PentimentoException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /**
     * @param problems at least one, each a line that names the key, its value and its source
     */
    public InvalidSettings(List<String> problems) {
        this(FailureCode.SETTINGS, problems);
    }

    private InvalidSettings(FailureCode code, List<String> problems) {
        super(code, String.join("; ", problems), null);
        this.problems = List.copyOf(problems);
    }

    /** There is no key, or one that cannot be one: the settings are in order, and the access is missing. */
    public static InvalidSettings noKey(String problem) {
        return new InvalidSettings(FailureCode.ACCESS_DENIED, List.of(problem));
    }

    public List<String> problems() {
        return problems;
    }
}
