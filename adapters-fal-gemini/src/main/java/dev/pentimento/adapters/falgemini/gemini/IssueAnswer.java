package dev.pentimento.adapters.falgemini.gemini;

import static dev.pentimento.adapters.falgemini.gemini.Json.elements;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Issue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One issue of an {@link EvaluationAnswer}.
 *
 * @param box top, left, bottom and right in thousandths of the height and the width, as the model was trained to say it
 */
record IssueAnswer(
        @Nullable String kind,
        Issue.@Nullable Severity severity,
        @Nullable String description,
        @Nullable List<String> checkIds,
        @JsonProperty("box_2d") @Nullable List<Integer> box) {
    private static final double THOUSAND = 1000;
    private static final int SIDES = 4;

    /** Without checks that are not in the list, and without a box that is none. */
    Issue of(Checklist asked) {
        return new Issue(
                Objects.requireNonNullElse(kind, "other"),
                Objects.requireNonNullElse(severity, Issue.Severity.MAJOR),
                Objects.requireNonNullElse(description, ""),
                elements(checkIds).stream()
                        .filter(id -> asked.find(id).isPresent())
                        .toList(),
                place());
    }

    private Issue.@Nullable Box place() {
        List<Integer> sides = elements(box);
        if (sides.size() != SIDES) {
            return null;
        }
        double top = sides.get(0) / THOUSAND;
        double left = sides.get(1) / THOUSAND;
        double height = (sides.get(2) - sides.get(0)) / THOUSAND;
        double width = (sides.get(3) - sides.get(1)) / THOUSAND;
        boolean inside = top >= 0
                && left >= 0
                && height > 0
                && width > 0
                && sides.get(2) <= THOUSAND
                && sides.get(3) <= THOUSAND;
        return inside ? new Issue.Box(left, top, width, height) : null;
    }
}
