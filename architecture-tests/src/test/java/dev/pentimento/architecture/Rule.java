package dev.pentimento.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/**
 * One law of the hexagon, under its number; several laws may share one.
 *
 * <p>A rule that finds nothing to look at fails: it would go on passing after the code it guards has moved away.
 */
record Rule(int number, String claim, ArchRule law) {
    Rule {
        law = law.as("%d %s: %s".formatted(number, claim, law.getDescription())).allowEmptyShould(false);
    }

    void check(JavaClasses code) {
        law.check(code);
    }

    /** How many violations there are; for code reduced until a rule may find nothing to look at. */
    int violationsIn(JavaClasses code) {
        EvaluationResult result = law.allowEmptyShould(true).evaluate(code);
        return result.getFailureReport().getDetails().size();
    }

    @Override
    public String toString() {
        return number + " " + claim;
    }
}
