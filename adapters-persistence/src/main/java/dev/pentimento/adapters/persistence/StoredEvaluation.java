package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How what a critic said is stored. */
final class StoredEvaluation {
    private StoredEvaluation() {}

    static Document write(Evaluation evaluation) {
        Document criteria = Document.empty();
        evaluation.criteria().forEach((criterion, points) -> criteria.with(lower(criterion), points));
        return Document.empty()
                .with(
                        "answers",
                        evaluation.answers().stream()
                                .map(StoredEvaluation::write)
                                .toList())
                .with("criteria", criteria)
                .with(
                        "issues",
                        evaluation.issues().stream()
                                .map(StoredEvaluation::write)
                                .toList())
                .with("suggestions", evaluation.suggestions())
                .with("description", evaluation.description());
    }

    private static Document write(Answer answer) {
        return Document.empty()
                .with("check", answer.check())
                .with("verdict", lower(answer.verdict()))
                .with("confidence", answer.confidence())
                .with("evidence", answer.evidence());
    }

    private static Document write(Issue issue) {
        return Document.empty()
                .with("kind", issue.kind())
                .with("severity", issue.severity().label())
                .with("description", issue.description())
                .with("checks", issue.checks())
                .with("box", write(issue.box()));
    }

    private static @Nullable Document write(Issue.@Nullable Box box) {
        return box == null
                ? null
                : Document.empty()
                        .with("x", box.x())
                        .with("y", box.y())
                        .with("width", box.width())
                        .with("height", box.height());
    }

    static Evaluation read(Document evaluation) {
        return new Evaluation(
                evaluation.documents("answers", StoredEvaluation::answer),
                criteria(evaluation.document("criteria")),
                evaluation.documents("issues", StoredEvaluation::issue),
                evaluation.texts("suggestions"),
                evaluation.text("description"));
    }

    private static Map<Criterion, Double> criteria(Document criteria) {
        Map<Criterion, Double> points = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            if (criteria.fields().containsKey(lower(criterion))) {
                points.put(criterion, criteria.fraction(lower(criterion)));
            }
        }
        return points;
    }

    private static Answer answer(Document answer) {
        return new Answer(
                answer.text("check"),
                Answer.Verdict.valueOf(upper(answer.text("verdict"))),
                answer.fraction("confidence"),
                answer.text("evidence"));
    }

    private static Issue issue(Document issue) {
        return new Issue(
                issue.text("kind"),
                Issue.Severity.valueOf(upper(issue.text("severity"))),
                issue.text("description"),
                issue.texts("checks"),
                issue.optionalDocument("box").map(StoredEvaluation::box).orElse(null));
    }

    private static Issue.Box box(Document box) {
        return new Issue.Box(box.fraction("x"), box.fraction("y"), box.fraction("width"), box.fraction("height"));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
