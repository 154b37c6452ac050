package dev.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Every shipped adapter can be selected by its name. */
final class SelectionRules {
    private final Codebase codebase;

    SelectionRules(Codebase codebase) {
        this.codebase = codebase;
    }

    List<Rule> all() {
        return List.of(
                new Rule(18, "every registration loads", registrationsLoad()),
                new Rule(18, "every factory is registered", factoriesAreRegistered()),
                new Rule(18, "every factory has a name of its own", factoriesHaveNames()));
    }

    private ArchRule registrationsLoad() {
        return classes()
                .that(DescribedPredicate.describe("are services", this::isService))
                .should(Conditions.of("load", service -> Registrations.of(service).errors().stream()));
    }

    private boolean isService(JavaClass type) {
        return resideInAPackage(codebase.layer("ports.spi")).test(type)
                && type.isTopLevelClass()
                && type.isInterface()
                && type.getSimpleName().endsWith("Factory");
    }

    private ArchRule factoriesAreRegistered() {
        return classes()
                .that(DescribedPredicate.describe("are factories", this::isFactory))
                .should(Conditions.be(
                        "a factory of ports.spi",
                        type -> servicesOf(type).findAny().isPresent()))
                .andShould(Conditions.of(
                        "be registered",
                        type -> servicesOf(type)
                                .filter(service -> !Registrations.of(service).contains(type))
                                .map(service -> "is not registered as " + service.getSimpleName())));
    }

    private boolean isFactory(JavaClass type) {
        return resideInAPackage(codebase.layer("adapters")).test(type)
                && type.isTopLevelClass()
                && type.getSimpleName().endsWith("Factory")
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private Stream<JavaClass> servicesOf(JavaClass factory) {
        return factory.getAllRawInterfaces().stream().filter(this::isService);
    }

    private ArchRule factoriesHaveNames() {
        return classes()
                .that(DescribedPredicate.describe("are factories", this::isFactory))
                .should(Conditions.of(
                        "have a name of their own",
                        type -> servicesOf(type)
                                .map(Registrations::of)
                                .filter(registrations -> registrations.contains(type))
                                .flatMap(registrations -> nameTrouble(registrations, registrations.namesOf(type)))));
    }

    private static Stream<String> nameTrouble(Registrations registrations, List<String> names) {
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            return Stream.of("has no name()");
        }
        return names.stream()
                .filter(name -> registrations.countOf(name) > 1)
                .map(name -> "shares its name '" + name + "'");
    }
}
