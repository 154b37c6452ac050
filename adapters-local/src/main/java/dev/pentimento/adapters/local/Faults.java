package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.evaluation.Issue.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What is wrong with a picture, and what could be turned. */
final class Faults {
    /** Less contrast and fewer edges than this is a picture of nothing. */
    private static final double BLANK_CONTRAST = 0.008;

    private static final double BLANK_DETAIL = 0.0005;
    /** How a suggestion begins that asks for a motif. */
    private static final String SHOW = "Show the ";

    private static final double SOAKED = 0.6;
    private static final double UNSHARP = 2.2;

    private final Examination seen;
    private final List<Check> checks;
    private final List<Judged> judged;

    Faults(Examination seen, List<Check> checks, List<Judged> judged) {
        this.seen = seen;
        this.checks = checks;
        this.judged = judged;
    }

    private List<Integer> failed() {
        return IntStream.range(0, checks.size())
                .filter(i -> judged.get(i).verdict() == Verdict.NO)
                .boxed()
                .toList();
    }

    List<Issue> issues() {
        List<Issue> issues = new ArrayList<>(technical());
        for (int i : failed()) {
            Check check = checks.get(i);
            boolean grave = check.required() || check.weight() == Check.MAX_WEIGHT;
            issues.add(new Issue(
                    check.kind().label(),
                    grave ? Severity.MAJOR : Severity.MINOR,
                    "%s No: %s".formatted(check.question(), judged.get(i).evidence()),
                    List.of(check.id()),
                    null));
        }
        return issues;
    }

    private List<Issue> technical() {
        List<Issue> issues = new ArrayList<>();
        Measures measures = seen.measures();
        if (measures.tones().contrast() < BLANK_CONTRAST && measures.edges().detail() < BLANK_DETAIL) {
            issues.add(technical(
                    Severity.CRITICAL,
                    "The picture is blank: contrast %.3f",
                    measures.tones().contrast()));
        }
        if (measures.edges().blur() > UNSHARP) {
            issues.add(technical(
                    Severity.MAJOR,
                    "No edge is sharp: blur %.1f px",
                    measures.edges().blur()));
        }
        if (measures.tones().clipped() > SOAKED) {
            issues.add(technical(
                    Severity.MINOR,
                    "Large parts are wholly black or white: %.0f%%",
                    100 * measures.tones().clipped()));
        }
        return issues;
    }

    private static Issue technical(Severity severity, String words, double value) {
        return new Issue("technical", severity, String.format(Locale.ROOT, words, value), List.of(), null);
    }

    /** The motif that one of our suggestions asks for; empty for other suggestions. */
    static Optional<Motif> shown(String suggestion) {
        return suggestion.startsWith(SHOW) ? Motif.calledBy(suggestion.substring(SHOW.length())) : Optional.empty();
    }

    /** What to turn for the checks that do not surely pass, in the engine's own words. */
    List<String> suggestions() {
        Set<String> suggestions = new LinkedHashSet<>();
        for (int i = 0; i < checks.size(); i++) {
            if (judged.get(i).verdict() != Verdict.YES) {
                suggest(suggestions, Question.of(checks.get(i)));
            }
        }
        return List.copyOf(suggestions);
    }

    private void suggest(Set<String> suggestions, Question question) {
        if (question.whole()) {
            question.remedies()
                    .filter(Remedy::isPossible)
                    .forEach(
                            remedy -> suggestions.add(Tuning.NONE.turned(remedy).sentence()));
            question.colors()
                    .forEach(color -> suggestions.add(
                            "%s %s".formatted(question.negative() ? "Take away" : "Bring in", color.label())));
        }
        if (question.kind() == CheckKind.OBJECT && !question.negative()) {
            question.motifs().stream()
                    .filter(motif -> motif.place() == Motif.Place.FRONT)
                    .filter(seen.things()::misses)
                    .forEach(motif -> suggestions.add(SHOW + motif.label()));
        }
        question.lettering().forEach(text -> suggestions.add("Let \"%s\" be read plainly".formatted(text)));
    }
}
