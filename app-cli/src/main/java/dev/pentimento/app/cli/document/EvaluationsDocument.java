package dev.pentimento.app.cli.document;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.loop.Comparison;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.ports.in.ShowBatch.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a critic said of the images of one iteration, and what a writer made of it.
 *
 * @param brief what was asked for, in the original words
 * @param refinement the prompt for the next iteration; null where none was asked for
 */
public record EvaluationsDocument(
        String promptId,
        int iteration,
        String brief,
        List<CheckDocument> checklist,
        List<Evaluated> evaluations,
        List<Compared> comparisons,
        @Nullable Refinement refinement) {

    /** A question. */
    public record CheckDocument(
            String id, String kind, String question, List<String> dependsOn, int weight, boolean required) {
        static CheckDocument of(Check check) {
            return new CheckDocument(
                    check.id(),
                    check.kind().label(),
                    check.question(),
                    check.dependsOn(),
                    check.weight(),
                    check.required());
        }
    }

    /**
     * One image.
     *
     * @param failure why it was not judged; null where it was
     */
    public record Evaluated(
            String label,
            @Nullable String critic,
            @Nullable ScoreDocument score,
            List<AnswerDocument> checks,
            Map<String, Double> criteria,
            List<IssueDocument> issues,
            List<String> suggestions,
            @Nullable String description,
            @Nullable String failure) {
        static Evaluated of(Shown shown, Assessment assessment) {
            String label = String.valueOf(shown.labels().get(assessment.version()));
            return assessment.match(
                    judged -> of(label, judged),
                    unjudged -> new Evaluated(
                            label, null, null, List.of(), Map.of(), List.of(), List.of(), null, unjudged.message()));
        }

        private static Evaluated of(String label, Judged judged) {
            return new Evaluated(
                    label,
                    judged.critic(),
                    ScoreDocument.of(judged.score()),
                    judged.evaluation().answers().stream()
                            .map(AnswerDocument::of)
                            .toList(),
                    EvaluationsDocument.criteria(judged.evaluation()),
                    judged.evaluation().issues().stream().map(IssueDocument::of).toList(),
                    judged.evaluation().suggestions(),
                    judged.evaluation().description(),
                    null);
        }
    }

    /** An answer. */
    public record AnswerDocument(String id, String answer, double confidence, String evidence) {
        static AnswerDocument of(Answer answer) {
            return new AnswerDocument(
                    answer.check(), lower(answer.verdict()), Json.rounded(answer.confidence()), answer.evidence());
        }
    }

    /**
     * Something that is wrong.
     *
     * @param box where it is; null = everywhere, or nobody knows
     */
    public record IssueDocument(
            String kind,
            String severity,
            String description,
            List<String> checkIds,
            @Nullable BoxDocument box) {
        static IssueDocument of(Issue issue) {
            return new IssueDocument(
                    issue.kind(),
                    issue.severity().label(),
                    issue.description(),
                    issue.checks(),
                    issue.box() == null ? null : BoxDocument.of(issue.box()));
        }
    }

    /** A rectangle in fractions (0..1) of the image's width and height. */
    public record BoxDocument(double x, double y, double width, double height) {
        static BoxDocument of(Issue.Box box) {
            return new BoxDocument(
                    Json.rounded(box.x()),
                    Json.rounded(box.y()),
                    Json.rounded(box.width()),
                    Json.rounded(box.height()));
        }
    }

    /**
     * Two images side by side.
     *
     * @param better label; null = neither
     */
    public record Compared(
            String first, String second, @Nullable String better, String reason) {
        static Compared of(Shown shown, Comparison comparison) {
            return new Compared(
                    String.valueOf(IterationDocument.label(shown, comparison.first())),
                    String.valueOf(IterationDocument.label(shown, comparison.second())),
                    IterationDocument.label(shown, comparison.better()),
                    comparison.reason());
        }
    }

    /**
     * A prompt for the next iteration.
     *
     * @param objection why it is not used; null = it is
     */
    public record Refinement(
            String refinedPrompt,
            List<String> changes,
            String strategy,
            String writer,
            @Nullable String objection) {
        static Refinement of(Proposal proposal) {
            return new Refinement(
                    proposal.prompt().text(),
                    proposal.prompt().changes(),
                    lower(proposal.prompt().strategy()),
                    proposal.writer(),
                    proposal.objection() == null ? null : proposal.objection().label());
        }
    }

    public static EvaluationsDocument of(Shown shown, Iteration iteration) {
        Checklist checklist = shown.run().checklist();
        Proposal proposal = iteration.proposal();
        return new EvaluationsDocument(
                shown.run().item().id(),
                iteration.number(),
                shown.run().item().scene().text(),
                checklist == null
                        ? List.of()
                        : checklist.checks().stream().map(CheckDocument::of).toList(),
                iteration.assessments().stream()
                        .map(assessment -> Evaluated.of(shown, assessment))
                        .toList(),
                iteration.comparisons().stream()
                        .map(comparison -> Compared.of(shown, comparison))
                        .toList(),
                proposal == null ? null : Refinement.of(proposal));
    }

    static Map<String, Double> criteria(Evaluation evaluation) {
        Map<String, Double> criteria = new LinkedHashMap<>();
        evaluation.criteria().forEach((criterion, points) -> criteria.put(lower(criterion), points));
        return criteria;
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
