package dev.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A driven port is a promise, and whoever makes it is tested for keeping it. */
final class ContractRules {
    private static final String CONTRACT = "Contract";
    private static final String WIRE_CONTRACT = "WireContract";

    private final Codebase codebase;
    private final Set<String> waiting;

    /** Driven ports named in {@code waiting} have no contract yet; one that has may not wait any longer. */
    ContractRules(Codebase codebase, Set<String> waiting) {
        this.codebase = codebase;
        this.waiting = waiting;
    }

    List<Rule> all() {
        return List.of(
                new Rule(17, "every driven port has a contract", drivenPortsHaveContracts()),
                new Rule(17, "contracts are abstract and ask for something", contractsAskForSomething()),
                new Rule(17, "every adapter runs the contract of its port", adaptersRunContracts()));
    }

    private ArchRule drivenPortsHaveContracts() {
        return classes()
                .that(DescribedPredicate.describe("are driven ports with an adapter", this::isImplementedDrivenPort))
                .should(Conditions.of("have a contract in the testkit, or else wait for one", this::contractGap));
    }

    private boolean isImplementedDrivenPort(JavaClass type) {
        return isDrivenPort(type)
                && codebase.code().stream()
                        .filter(resideInAPackage(codebase.layer("adapters")))
                        .anyMatch(adapter -> isConcrete(adapter) && adapter.isAssignableTo(type.getName()));
    }

    /** What a factory hands out, unless it is plain data. */
    private boolean isDrivenPort(JavaClass type) {
        return isPort(type)
                && type.isTopLevelClass()
                && type.isInterface()
                && !type.reflect().isSealed()
                && codebase.code().stream()
                        .filter(resideInAPackage(codebase.layer("ports.spi")))
                        .flatMap(spi -> spi.getMethods().stream())
                        .anyMatch(method ->
                                method.getReturnType().getAllInvolvedRawTypes().contains(type));
    }

    private boolean isPort(JavaClass type) {
        return resideInAPackage(codebase.layer("ports.out")).test(type);
    }

    private Stream<String> contractGap(JavaClass port) {
        boolean mayWait = waiting.contains(port.getSimpleName());
        if (contractOf(port).isPresent()) {
            return mayWait ? Stream.of("has a contract and need not wait for one") : Stream.of();
        }
        return mayWait ? Stream.of() : Stream.of("has no " + port.getSimpleName() + "Contract in the testkit");
    }

    /** Where nobody plays the role without a vendor, the one on the wire is all there is. */
    private Optional<JavaClass> contractOf(JavaClass port) {
        return contract(port.getSimpleName() + CONTRACT).or(() -> contract(port.getSimpleName() + WIRE_CONTRACT));
    }

    private Optional<JavaClass> contract(String name) {
        return codebase.code().stream()
                .filter(resideInAPackage(codebase.layer("testkit")))
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst();
    }

    private ArchRule contractsAskForSomething() {
        return classes()
                .that(resideInAPackage(codebase.layer("testkit")))
                .and()
                .haveSimpleNameEndingWith(CONTRACT)
                .should(Conditions.be("abstract", type -> !isConcrete(type)))
                .andShould(Conditions.of(
                        "have tests",
                        type -> type.getAllMethods().stream()
                                        .anyMatch(method -> method.isMetaAnnotatedWith(
                                                "org.junit.platform.commons.annotation.Testable"))
                                ? Stream.of()
                                : Stream.of("has no tests")));
    }

    private ArchRule adaptersRunContracts() {
        return classes()
                .that(resideInAnyPackage(
                        codebase.layer("adapters"), codebase.layer("testkit"), codebase.layer("bootstrap")))
                .and(DescribedPredicate.describe(
                        "keep a contract",
                        type -> isConcrete(type)
                                && contractsKeptBy(type).findAny().isPresent()))
                .should(Conditions.of(
                        "have a test that extends it",
                        type -> contractsKeptBy(type)
                                .map(contract -> forThoseOnTheWire(type, contract))
                                .filter(contract -> !isRunFor(type, contract))
                                .map(contract ->
                                        "has no test named after it that extends " + contract.getSimpleName())));
    }

    /** Who speaks with a vendor proves that instead of what is asked of engines: a stand-in would be all that it could show. */
    private JavaClass forThoseOnTheWire(JavaClass adapter, JavaClass contract) {
        Optional<JavaClass> wire = contract(contract.getSimpleName().replace(CONTRACT, WIRE_CONTRACT));
        return speaksWithAVendor(adapter) ? wire.orElse(contract) : contract;
    }

    private boolean speaksWithAVendor(JavaClass adapter) {
        return codebase.code().stream()
                .filter(type -> codebase.moduleOf(type).equals(codebase.moduleOf(adapter)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> resideInAPackage(codebase.layer("provider"))
                        .test(dependency.getTargetClass().getBaseComponentType()));
    }

    private Stream<JavaClass> contractsKeptBy(JavaClass adapter) {
        return adapter.getAllRawInterfaces().stream().filter(this::isPort).flatMap(port -> contractOf(port).stream());
    }

    private boolean isRunFor(JavaClass adapter, JavaClass contract) {
        return codebase.tests().stream()
                .filter(test -> isConcrete(test) && !test.isAnnotatedWith("org.junit.jupiter.api.Disabled"))
                .filter(test -> test.isAssignableTo(contract.getName()))
                .filter(test -> codebase.moduleOf(test).equals(codebase.moduleOf(adapter)))
                .anyMatch(test -> isNamedAfter(adapter, test));
    }

    /** A nested test counts under the name of the class around it; an adapter without a name cannot be tested. */
    private static boolean isNamedAfter(JavaClass adapter, JavaClass test) {
        boolean sharesName =
                !adapter.getSimpleName().isEmpty() && test.getSimpleName().startsWith(adapter.getSimpleName());
        return sharesName
                || test.getEnclosingClass()
                        .filter(outer -> isNamedAfter(adapter, outer))
                        .isPresent();
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
    }
}
