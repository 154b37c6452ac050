package dev.pentimento.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.pentimento.architecture.Vocabulary.nullAnnotations;
import static dev.pentimento.architecture.Vocabulary.plainJavaAndBytes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others can see and what they cannot, and the shape of what they see. */
final class VisibilityRules {
    private final Codebase codebase;

    VisibilityRules(Codebase codebase) {
        this.codebase = codebase;
    }

    List<Rule> all() {
        return List.of(
                new Rule(6, "no vendor type in a public signature of an adapter", adaptersExposeNoVendorType()),
                new Rule(7, "in adapters only factories are public", onlyFactoriesArePublic()),
                new Rule(8, "handlers are hidden and closed", handlersAreHidden()),
                new Rule(9, "a use case is an interface with one method", useCasesHaveOneMethod()),
                new Rule(11, "domain state does not change", domainStateDoesNotChange()));
    }

    private ArchRule adaptersExposeNoVendorType() {
        DescribedPredicate<JavaClass> ours =
                plainJavaAndBytes().or(resideInAPackage(codebase.root() + "..")).or(nullAnnotations());
        return classes()
                .that(belongToAnAdapter())
                .and(areSeenFromOutside())
                .should(Conditions.of(
                        "expose only plain Java, domain and ports",
                        type -> exposedBy(type)
                                .filter(exposed -> !ours.test(exposed.getBaseComponentType()))
                                .map(exposed -> "exposes " + exposed.getName())))
                .because("swapping a provider must not change what callers compile against");
    }

    private static Stream<JavaClass> exposedBy(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members =
                type.getMembers().stream().filter(VisibilityRules::isExposed).flatMap(VisibilityRules::signature);
        return Stream.concat(parents, members)
                .flatMap(exposed -> exposed.getAllInvolvedRawTypes().stream())
                .distinct();
    }

    private static boolean isExposed(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (!(member instanceof JavaCodeUnit unit)) {
            return member.getAllInvolvedRawTypes().stream().map(JavaType.class::cast);
        }
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private ArchRule onlyFactoriesArePublic() {
        return classes()
                .that(belongToAnAdapter())
                .and(areSeenFromOutside())
                .should(Conditions.be(
                        "a factory",
                        type -> type.isTopLevelClass() && type.getSimpleName().endsWith("Factory")))
                .because("callers select an adapter by its name, never by its class");
    }

    /**
     * The bridge to LangChain4j is none in this respect: its types are what both sides write their programs against. Nor are the packages inside the
     * server, which is large enough to need some: what is public there is so for its neighbours, and nobody else can see the module.
     */
    private DescribedPredicate<JavaClass> belongToAnAdapter() {
        return resideInAPackage(codebase.layer("adapters"))
                .and(not(resideInAPackage(codebase.layer("adapters.langchain4j"))))
                .and(not(resideInAPackage(codebase.packageName("adapters.web.*") + "..")));
    }

    private static DescribedPredicate<JavaClass> areSeenFromOutside() {
        return DescribedPredicate.describe("are seen from outside", VisibilityRules::isSeenFromOutside);
    }

    private static boolean isSeenFromOutside(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(VisibilityRules::isSeenFromOutside)
                        .orElse(true);
    }

    private ArchRule handlersAreHidden() {
        Set<String> door = Stream.of("UseCases", "Policies", "Limits", "RefinementStage", "Workforce", "FolderKeeping")
                .map(name -> codebase.packageName("application." + name))
                .collect(Collectors.toSet());
        return classes()
                .that(resideInAPackage(codebase.layer("application")))
                .and(TOP_LEVEL_CLASSES)
                .and(not(DescribedPredicate.describe(
                        "the door and what belongs to it", (JavaClass type) -> door.contains(type.getName()))))
                .should()
                .bePackagePrivate()
                .andShould(Conditions.be("final, sealed or an enum", VisibilityRules::isClosed))
                .because("whoever wants a use case asks for its interface in ports.in");
    }

    private static boolean isClosed(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL)
                || type.isEnum()
                || type.reflect().isSealed();
    }

    private ArchRule useCasesHaveOneMethod() {
        return classes()
                .that(resideInAPackage(codebase.layer("ports.in")))
                .and(TOP_LEVEL_CLASSES)
                .should()
                .beInterfaces()
                .andShould(
                        Conditions.be("a use case with exactly one method, named handle", VisibilityRules::isUseCase));
    }

    private static boolean isUseCase(JavaClass type) {
        List<String> methods = type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMember::getName)
                .toList();
        return methods.equals(List.of("handle"));
    }

    private ArchRule domainStateDoesNotChange() {
        return classes()
                .that(resideInAPackage(codebase.layer("domain")))
                .should(Conditions.of(
                        "have only final fields",
                        type -> type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                                .map(field -> "can change its field " + field.getName())))
                .because("a step returns the next state and leaves the last one alone");
    }
}
