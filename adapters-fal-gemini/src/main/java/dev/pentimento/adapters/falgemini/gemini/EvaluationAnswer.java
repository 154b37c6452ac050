package dev.pentimento.adapters.falgemini.gemini;

import static dev.pentimento.adapters.falgemini.gemini.Json.elements;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to {@link Form#EVALUATION}, as it is written. */
record EvaluationAnswer(
        @Nullable String description,
        @Nullable List<CheckAnswer> checks,
        @Nullable Criteria criteria,
        @Nullable List<IssueAnswer> issues,
        @Nullable List<String> suggestions) {
    private static final String NOT_ANSWERED = "The critic did not answer this";

    /**
     * Every check of the list once, in its order: what is not answered, or answered in two ways, is unsure; what was not asked is dropped.
     *
     * @throws IllegalArgumentException if there are no answers or no marks at all, or a mark is none
     */
    Evaluation of(Checklist asked) {
        if (checks == null || criteria == null) {
            throw new IllegalArgumentException("the answer lacks checks or criteria");
        }
        Map<String, CheckAnswer> said = new HashMap<>();
        elements(checks).forEach(answer -> said.merge(String.valueOf(answer.id()), answer, CheckAnswer::agreeing));
        return new Evaluation(
                asked.checks().stream()
                        .map(check -> answer(check, said.get(check.id())))
                        .toList(),
                criteria.points(),
                elements(issues).stream().map(issue -> issue.of(asked)).toList(),
                elements(suggestions).stream().filter(text -> !text.isBlank()).toList(),
                Objects.requireNonNullElse(description, ""));
    }

    private static Answer answer(Check check, @Nullable CheckAnswer said) {
        return said == null ? new Answer(check.id(), Verdict.UNSURE, 0, NOT_ANSWERED) : said.of(check);
    }

    /** One check as answered. */
    record CheckAnswer(
            @Nullable String id,
            @Nullable Verdict answer,
            @Nullable Double confidence,
            @Nullable String evidence) {

        Answer of(Check check) {
            return new Answer(
                    check.id(),
                    Objects.requireNonNullElse(answer, Verdict.UNSURE),
                    confidence == null ? 0 : Math.min(Math.max(confidence, 0), 1),
                    Objects.requireNonNullElse(evidence, ""));
        }

        /** The same if the other one says so too. */
        CheckAnswer agreeing(CheckAnswer other) {
            return answer == other.answer
                    ? this
                    : new CheckAnswer(
                            id, Verdict.UNSURE, 0.0, "The critic answered %s and %s".formatted(answer, other.answer));
        }
    }

    /** The marks. */
    record Criteria(
            @Nullable Double composition,
            @Nullable Double technicalQuality,
            @Nullable Double aesthetics,
            @Nullable Double styleAndMood,
            @Nullable Double textRendering) {

        Map<Criterion, Double> points() {
            Map<Criterion, Double> points = new EnumMap<>(Criterion.class);
            points.put(Criterion.COMPOSITION, required("composition", composition));
            points.put(Criterion.TECHNICAL_QUALITY, required("technicalQuality", technicalQuality));
            points.put(Criterion.AESTHETICS, required("aesthetics", aesthetics));
            points.put(Criterion.STYLE_AND_MOOD, required("styleAndMood", styleAndMood));
            if (textRendering != null) {
                points.put(Criterion.TEXT_RENDERING, textRendering);
            }
            return points;
        }

        private static double required(String name, @Nullable Double points) {
            if (points == null) {
                throw new IllegalArgumentException("the answer gives no mark for " + name);
            }
            return points;
        }
    }
}
