package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.evaluation.Check;
import java.util.List;

/** What a model needs to know of a check. */
record AskedCheck(String id, String kind, String question) {
    static List<AskedCheck> of(List<Check> checks) {
        return checks.stream()
                .map(check -> new AskedCheck(check.id(), check.kind().label(), check.question()))
                .toList();
    }
}
