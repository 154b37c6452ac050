package dev.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.pentimento.architecture.Vocabulary.nullAnnotations;
import static dev.pentimento.architecture.Vocabulary.plainJava;
import static dev.pentimento.architecture.Vocabulary.plainJavaAndBytes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Who may know whom: the arrow points inwards, and discovery happens in one place. */
final class DependencyRules {
    private static final String RESILIENCE = "io.github.resilience4j..";

    private final Codebase codebase;

    DependencyRules(Codebase codebase) {
        this.codebase = codebase;
    }

    List<Rule> all() {
        return List.of(
                new Rule(1, "the domain is plain Java", domainIsPlainJava()),
                new Rule(2, "ports speak only domain", portsSpeakOnlyDomain()),
                new Rule(3, "the application knows only domain and ports", applicationKnowsOnlyDomainAndPorts()),
                new Rule(3, "only the call guard knows Resilience4j", onlyTheCallGuardKnowsResilience()),
                new Rule(
                        4,
                        "adapters see only domain, ports and what providers share",
                        inLayer("adapters", outside("domain", "ports", "provider"))),
                new Rule(
                        4,
                        "bootstrap sees no adapter",
                        inLayer("bootstrap", outside("application", "domain", "ports"))),
                new Rule(4, "the app sees no adapter", inLayer("app", outside("bootstrap", "domain", "ports"))),
                new Rule(4, "the testkit sees only domain and ports", inLayer("testkit", outside("domain", "ports"))),
                new Rule(5, "adapters do not know each other", adaptersDoNotKnowEachOther()),
                new Rule(5, "what providers share knows no provider", whatProvidersShareKnowsNoProvider()),
                new Rule(13, "only bootstrap discovers services", onlyBootstrapDiscoversServices()),
                new Rule(15, "no package cycles", noPackageCycles()));
    }

    private ArchRule domainIsPlainJava() {
        DescribedPredicate<JavaClass> hashing = type(MessageDigest.class).or(type(NoSuchAlgorithmException.class));
        return classes()
                .that(resideInAPackage(codebase.layer("domain")))
                .should()
                .onlyDependOnClassesThat(plainJava().or(hashing).or(layers("domain")))
                .because("the domain outlives every library; that an image is named by its SHA-256 is one of its laws");
    }

    private ArchRule portsSpeakOnlyDomain() {
        return classes()
                .that(resideInAPackage(codebase.layer("ports")))
                .should()
                .onlyDependOnClassesThat(plainJavaAndBytes().or(layers("ports", "domain")))
                .because("whoever writes an adapter should meet no type but ours");
    }

    private ArchRule applicationKnowsOnlyDomainAndPorts() {
        return classes()
                .that(resideInAPackage(codebase.layer("application")))
                .should()
                .onlyDependOnClassesThat(plainJavaAndBytes()
                        .or(resideInAPackage("org.slf4j.."))
                        .or(resideInAPackage(RESILIENCE))
                        .or(layers("application", "ports", "domain")))
                .because("an order of events does not change when a technology does");
    }

    private ArchRule onlyTheCallGuardKnowsResilience() {
        String guard = codebase.packageName("application.CallGuard");
        return classes()
                .that(resideInAPackage(codebase.layer("application")))
                .and(DescribedPredicate.describe(
                        "are no part of the call guard",
                        type -> !type.getName().equals(guard) && !type.getName().startsWith(guard + "$")))
                .should(Conditions.notDependOn(
                        "Resilience4j",
                        (one, other) -> resideInAPackage(RESILIENCE).test(other)))
                .because("when to try again is one decision, made in one place");
    }

    private DescribedPredicate<JavaClass> layers(String... names) {
        String[] packages = Stream.of(names).map(codebase::layer).toArray(String[]::new);
        return resideInAnyPackage(packages).or(nullAnnotations());
    }

    /** Our own layers other than the named ones. */
    private String[] outside(String... names) {
        return Stream.of("domain", "ports", "application", "provider", "adapters", "bootstrap", "app", "testkit")
                .filter(layer -> !List.of(names).contains(layer))
                .map(codebase::layer)
                .toArray(String[]::new);
    }

    private ArchRule inLayer(String name, String... forbidden) {
        String self = codebase.layer(name);
        String[] others =
                Stream.of(forbidden).filter(layer -> !layer.equals(self)).toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(self))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .because("the dependency arrow is the module order");
    }

    private ArchRule adaptersDoNotKnowEachOther() {
        return classes()
                .that(resideInAPackage(codebase.layer("adapters")))
                .should(Conditions.notDependOn("another adapter", this::areDifferentAdapters))
                .because("each technology can be replaced without a look at the others");
    }

    private boolean areDifferentAdapters(JavaClass one, JavaClass other) {
        return resideInAPackage(codebase.layer("adapters")).test(other)
                && !codebase.moduleOf(one).equals(codebase.moduleOf(other));
    }

    private ArchRule whatProvidersShareKnowsNoProvider() {
        return classes()
                .that(resideInAPackage(codebase.layer("provider")))
                .should()
                .onlyDependOnClassesThat(plainJavaAndBytes()
                        .or(resideInAnyPackage("java.net", "javax.net..", "okhttp3..", "okio..", "kotlin.."))
                        .or(layers("provider", "ports", "domain")))
                .because("it is the HTTP that vendors have in common, without any vendor in it");
    }

    private ArchRule onlyBootstrapDiscoversServices() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(codebase.layer("bootstrap"))
                .should()
                .dependOnClassesThat(type(ServiceLoader.class))
                .because("wiring is plain constructors everywhere else");
    }

    private ArchRule noPackageCycles() {
        return slices().matching(codebase.packageName("(**)")).should().beFreeOfCycles();
    }
}
