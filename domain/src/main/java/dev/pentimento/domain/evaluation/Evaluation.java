package dev.pentimento.domain.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a critic says of one image.
 *
 * @param answers to the checks of the list it was asked, each once; a check without an answer counts as unsure
 * @param criteria each 0..{@code 10}
 * @param suggestions what would make it better, for people and prompt writers
 * @param description what is to be seen
 */
public record Evaluation(
        List<Answer> answers,
        Map<Criterion, Double> criteria,
        List<Issue> issues,
        List<String> suggestions,
        String description) {
    public Evaluation {
        answers = List.copyOf(answers);
        issues = List.copyOf(issues);
        suggestions = List.copyOf(suggestions);
        Map<Criterion, Double> ordered = new EnumMap<>(Criterion.class);
        ordered.putAll(criteria);
        ordered.forEach((criterion, points) -> {
            if (!(points >= 0 && points <= Criterion.BEST)) {
                throw new IllegalArgumentException(
                        "%s must lie between 0 and 10 but is %s".formatted(criterion, points));
            }
        });
        criteria = Collections.unmodifiableMap(ordered);
        if (answers.stream().map(Answer::check).distinct().count() < answers.size()) {
            throw new IllegalArgumentException("A check is answered twice");
        }
    }

    public boolean hasCriticalIssue() {
        return issues.stream().anyMatch(issue -> issue.severity() == Issue.Severity.CRITICAL);
    }
}
