package dev.pentimento.domain.loop;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How an image is made better. What fails in one place is mended in the best image; what concerns the whole picture is made anew, as editing one
 * keeps its composition.
 */
public final class Remedy {
    /** What can be mended without touching the rest. */
    private static final Set<CheckKind> LOCAL =
            EnumSet.of(CheckKind.ATTRIBUTE, CheckKind.TEXT, CheckKind.NEGATION, CheckKind.OBJECT);

    private Remedy() {}

    /**
     * @param failed the checks that the best image does not pass
     * @param proposed by whoever wrote the next prompt
     */
    public static Strategy of(List<Check> failed, Strategy proposed) {
        if (isLocal(failed)) {
            return Strategy.EDIT_IMAGE;
        }
        return proposed == Strategy.EDIT_IMAGE && !failed.isEmpty() ? Strategy.REWRITE_PROMPT : proposed;
    }

    /** One missing object at most, with what depends on it. */
    private static boolean isLocal(List<Check> failed) {
        long objects = failed.stream()
                .filter(check -> check.kind() == CheckKind.OBJECT)
                .count();
        return !failed.isEmpty()
                && objects <= 1
                && failed.stream().map(Check::kind).allMatch(LOCAL::contains);
    }
}
