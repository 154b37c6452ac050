package dev.pentimento.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Issue.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
    private static final Check FOX = check("fox", 3);
    private static final Check RED = check("red", 1, "fox");
    private static final Check CALM = check("calm", 2);

    private static Check check(String id, int weight, String... dependsOn) {
        return new Check(id, CheckKind.OBJECT, "Is there " + id + "?", List.of(dependsOn), weight, true);
    }

    private static Answer answer(Check check, Verdict verdict) {
        return new Answer(check.id(), verdict, 1, "");
    }

    private static Evaluation evaluation(List<Answer> answers, Map<Criterion, Double> criteria, Severity... issues) {
        return new Evaluation(
                answers,
                criteria,
                List.of(issues).stream()
                        .map(severity -> new Issue("light", severity, "Dim", List.of(), null))
                        .toList(),
                List.of(),
                "");
    }

    @Test
    void adherenceIsWeighed() {
        Evaluation evaluation = evaluation(
                List.of(answer(FOX, Verdict.YES), answer(RED, Verdict.UNSURE), answer(CALM, Verdict.NO)), Map.of());

        assertThat(Score.of(new Checklist(List.of(FOX, RED, CALM)), evaluation).adherence())
                .isCloseTo(3.5 / 6, within(1e-12));
    }

    @Test
    void whatDependsOnANoCountsNothing() {
        Evaluation evaluation = evaluation(List.of(answer(FOX, Verdict.NO), answer(RED, Verdict.YES)), Map.of());

        assertThat(Score.of(new Checklist(List.of(FOX, RED)), evaluation).adherence())
                .isZero();
    }

    @Test
    void whatIsNotAnsweredIsUnsure() {
        assertThat(Score.of(new Checklist(List.of(FOX)), evaluation(List.of(), Map.of()))
                        .adherence())
                .isEqualTo(0.5);
    }

    @Test
    void overallIsSevenTenthsAdherenceAndThreeTenthsQuality() {
        Evaluation evaluation = evaluation(
                List.of(answer(FOX, Verdict.YES)), Map.of(Criterion.COMPOSITION, 4.0, Criterion.AESTHETICS, 8.0));

        Score score = Score.of(new Checklist(List.of(FOX)), evaluation);

        assertThat(score.quality()).isCloseTo(0.6, within(1e-12));
        assertThat(score.overall()).isCloseTo(0.88, within(1e-12));
    }

    @Test
    void criticalIssueCapsTheScoreAndOthersDoNot() {
        List<Answer> answers = List.of(answer(FOX, Verdict.YES));
        Map<Criterion, Double> best = Map.of(Criterion.COMPOSITION, 10.0);
        Checklist list = new Checklist(List.of(FOX));

        assertThat(Score.of(list, evaluation(answers, best, Severity.CRITICAL)).overall())
                .isEqualTo(0.69);
        assertThat(Score.of(list, evaluation(answers, best, Severity.MAJOR)).overall())
                .isEqualTo(1);
    }

    @Test
    void requiredChecksMustBeYesThemselves() {
        Checklist list = new Checklist(List.of(FOX, RED));

        assertThat(new Verdicts(list, evaluation(List.of(answer(FOX, Verdict.YES), answer(RED, Verdict.YES)), Map.of()))
                        .requiredAllYes())
                .isTrue();
        assertThat(new Verdicts(list, evaluation(List.of(answer(FOX, Verdict.YES)), Map.of())).requiredAllYes())
                .as("unsure is no yes")
                .isFalse();
        assertThat(new Verdicts(list, evaluation(List.of(answer(FOX, Verdict.NO), answer(RED, Verdict.YES)), Map.of()))
                        .failed())
                .containsExactly(FOX, RED);
    }

    /** Against the formula, worked out in another way: each check by itself, going up to its ancestors. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void scoreIsThatOfTheFormulaWhateverTheList(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Checklist list = anyChecklist(random);
            Evaluation evaluation = anyEvaluation(list, random);

            Score score = Score.of(list, evaluation);

            assertThat(score.overall())
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(expected(list, evaluation), within(1e-9))
                    .isBetween(0.0, 1.0);
        }
    }

    /** A better answer never makes a worse score. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void betterAnswersNeverScoreLess(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Checklist list = anyChecklist(random);
            Evaluation before = anyEvaluation(list, random);
            int changed = random.nextInt(before.answers().size());
            List<Answer> answers = new ArrayList<>(before.answers());
            answers.set(changed, new Answer(answers.get(changed).check(), Verdict.YES, 1, ""));
            Evaluation after = new Evaluation(answers, before.criteria(), before.issues(), List.of(), "");

            assertThat(Score.of(list, after).overall())
                    .as("seed %d, round %d", seed, round)
                    .isGreaterThanOrEqualTo(Score.of(list, before).overall());
        }
    }

    /** However checks depend on each other, a list of them is sound exactly if no way leads from one back to itself. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void listsWithCirclesAreRefusedAndOthersAreNot(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Check> checks = new ArrayList<>();
            int size = 1 + random.nextInt(6);
            for (int i = 0; i < size; i++) {
                Set<String> dependsOn = new HashSet<>();
                for (int edges = random.nextInt(3); edges > 0; edges--) {
                    dependsOn.add("c" + random.nextInt(size));
                }
                checks.add(check("c" + i, 1, dependsOn.toArray(new String[0])));
            }
            if (hasCircle(checks)) {
                assertThatIllegalArgumentException()
                        .as("seed %d, round %d", seed, round)
                        .isThrownBy(() -> new Checklist(checks))
                        .withMessageContaining("depends on itself");
            } else {
                Checklist list = new Checklist(checks);
                checks.forEach(check -> assertThat(list.ancestors(check)).doesNotContain(check));
            }
        }
    }

    /** By taking away what depends on nothing that is left, until nothing more goes. */
    private static boolean hasCircle(List<Check> checks) {
        List<Check> left = new ArrayList<>(checks);
        Set<String> gone = new HashSet<>();
        boolean wentOn = true;
        while (wentOn) {
            wentOn = left.removeIf(check -> gone.containsAll(check.dependsOn()) && gone.add(check.id()));
        }
        return !left.isEmpty();
    }

    private static Checklist anyChecklist(Random random) {
        List<Check> checks = new ArrayList<>();
        for (int i = 0, size = 1 + random.nextInt(8); i < size; i++) {
            String[] dependsOn = i > 0 && random.nextBoolean() ? new String[] {"c" + random.nextInt(i)} : new String[0];
            checks.add(check("c" + i, 1 + random.nextInt(3), dependsOn));
        }
        return new Checklist(checks);
    }

    private static Evaluation anyEvaluation(Checklist list, Random random) {
        List<Answer> answers = list.checks().stream()
                .map(check -> answer(check, List.of(Verdict.values()).get(random.nextInt(3))))
                .toList();
        Severity[] issues = random.nextInt(4) == 0 ? new Severity[] {Severity.CRITICAL} : new Severity[0];
        return evaluation(answers, Map.of(Criterion.COMPOSITION, random.nextInt(101) / 10.0), issues);
    }

    private static double expected(Checklist list, Evaluation evaluation) {
        double sum = 0;
        double weights = 0;
        for (Check check : list.checks()) {
            weights += check.weight();
            sum += check.weight() * value(check, list, evaluation);
        }
        double quality = evaluation.criteria().values().iterator().next() / 10;
        double overall = 0.7 * sum / weights + 0.3 * quality;
        return evaluation.hasCriticalIssue() ? Math.min(0.69, overall) : overall;
    }

    private static double value(Check check, Checklist list, Evaluation evaluation) {
        for (String parent : check.dependsOn()) {
            Check above = list.find(parent).orElseThrow();
            if (verdict(above, evaluation) == Verdict.NO || value(above, list, evaluation) == 0) {
                return 0;
            }
        }
        return switch (verdict(check, evaluation)) {
            case YES -> 1;
            case UNSURE -> 0.5;
            case NO -> 0;
        };
    }

    private static Verdict verdict(Check check, Evaluation evaluation) {
        return evaluation.answers().stream()
                .filter(answer -> answer.check().equals(check.id()))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
