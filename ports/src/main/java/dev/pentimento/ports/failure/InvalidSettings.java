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
        super(FailureCode.SETTINGS, String.join("; ", problems), null);
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
