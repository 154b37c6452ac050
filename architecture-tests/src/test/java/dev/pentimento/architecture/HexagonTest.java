package dev.pentimento.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Points the rules at the shipped code. */
class HexagonTest {
    /** Driven ports that have no contract yet; this set only shrinks. */
    private static final Set<String> WAITING = Set.of();

    private static final Codebase SHIPPED = Codebase.shipped();
    private static final List<Rule> RULES = HexagonRules.of(SHIPPED, WAITING);

    @TestFactory
    Stream<DynamicTest> shippedCodeKeepsEveryRule() {
        return RULES.stream().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> rule.check(SHIPPED.code())));
    }
}
