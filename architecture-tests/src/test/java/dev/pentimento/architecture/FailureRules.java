package dev.pentimento.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Failures are a promise of the ports: everybody else translates. */
final class FailureRules {
    private final Codebase codebase;

    FailureRules(Codebase codebase) {
        this.codebase = codebase;
    }

    List<Rule> all() {
        return List.of(
                new Rule(20, "failures are declared in ports.failure or the domain", failuresHaveTwoHomes()),
                new Rule(20, "the failures of the ports are a closed family", portFailuresAreClosed()));
    }

    private ArchRule failuresHaveTwoHomes() {
        Set<String> turns = Set.of(
                codebase.packageName("application.Postponed"),
                codebase.packageName("application.LetGo"),
                codebase.packageName("application.EarlierFailure"),
                codebase.packageName("application.Halt$Halted"),
                codebase.packageName("application.BatchHold$Lost"),
                codebase.packageName("application.Purse$SetAside"));
        return noClasses()
                .that(not(resideInAnyPackage(codebase.layer("domain"), codebase.layer("ports.failure"))))
                .and(DescribedPredicate.describe(
                        "are not how a worker is told to go on later, or to stop, or how an earlier one ended",
                        type -> !turns.contains(type.getName())
                                || type.getModifiers().contains(JavaModifier.PUBLIC)))
                .and(DescribedPredicate.describe(
                        "are not how a route of the server says no, which nobody else can see",
                        type -> !type.getName().equals(codebase.packageName("adapters.web.http.Refusal"))))
                .should()
                .beAssignableTo(Throwable.class)
                .because("callers handle the failures they know; adapters translate, they do not invent");
    }

    private ArchRule portFailuresAreClosed() {
        return classes()
                .that(resideInAPackage(codebase.layer("ports.failure")))
                .and(assignableTo(Throwable.class))
                .should(Conditions.be(
                        "sealed or final",
                        type -> type.getModifiers().contains(JavaModifier.FINAL)
                                || type.reflect().isSealed()))
                .because("each kind of failure stands for one thing a caller can do");
    }
}
