package dev.pentimento.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All rules of the hexagon, in the order of their numbers. */
final class HexagonRules {
    private HexagonRules() {}

    static List<Rule> of(Codebase codebase, Set<String> portsWaitingForAContract) {
        return Stream.of(
                        new DependencyRules(codebase).all(),
                        new VisibilityRules(codebase).all(),
                        new NameRules(codebase).all(),
                        new PurityRules(codebase).all(),
                        new ContractRules(codebase, portsWaitingForAContract).all(),
                        new SelectionRules(codebase).all(),
                        new FailureRules(codebase).all())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Rule::number))
                .toList();
    }
}
