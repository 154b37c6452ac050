package dev.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What is handed in and what may be reached for: time, chance, the environment, null. */
final class PurityRules {
    private static final String NEW = JavaConstructor.CONSTRUCTOR_NAME;

    private static final Map<Class<?>, Set<String>> TIME_AND_CHANCE = Map.ofEntries(
            Map.entry(System.class, Set.of("nanoTime", "currentTimeMillis")),
            Map.entry(Clock.class, Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds")),
            Map.entry(InstantSource.class, Set.of("system")),
            Map.entry(UUID.class, Set.of("randomUUID")),
            Map.entry(Math.class, Set.of("random")),
            Map.entry(StrictMath.class, Set.of("random")),
            Map.entry(Collections.class, Set.of("shuffle")),
            Map.entry(ThreadLocalRandom.class, Set.of("current")),
            Map.entry(RandomGenerator.class, Set.of("getDefault", "of")));

    /** Seeded by the machine when made without arguments. */
    private static final Set<Class<?>> UNSEEDED =
            Set.of(Date.class, Random.class, SecureRandom.class, SplittableRandom.class);

    private static final Map<Class<?>, Set<String>> ENVIRONMENT = Map.of(
            System.class, Set.of("getenv", "getProperty", "getProperties", "setProperty", "exit"),
            Runtime.class, Set.of("exit", "halt"),
            Boolean.class, Set.of("getBoolean"),
            Integer.class, Set.of("getInteger"),
            Long.class, Set.of("getLong"));

    private final Codebase codebase;

    PurityRules(Codebase codebase) {
        this.codebase = codebase;
    }

    List<Rule> all() {
        return Stream.concat(
                        Stream.of("domain", "ports", "application").map(this::timeAndChanceAreHandedIn),
                        Stream.of(onlyTheAppReadsTheEnvironment(), everyPackageIsNullMarked()))
                .toList();
    }

    private Rule timeAndChanceAreHandedIn(String layer) {
        ArchRule law = classes()
                .that(resideInAPackage(codebase.layer(layer)))
                .should(Conditions.notUse("time or chance of its own", PurityRules::isTimeOrChance))
                .because("what is handed in can be repeated in a test");
        return new Rule(12, "time and chance are handed in to " + layer, law);
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        boolean now = access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals("now");
        return now || isUnseeded(access) || isOneOf(TIME_AND_CHANCE, access);
    }

    private static boolean isUnseeded(JavaAccess<?> access) {
        return UNSEEDED.stream()
                .anyMatch(type -> access.getTarget().getFullName().equals(type.getName() + "." + NEW + "()"));
    }

    private Rule onlyTheAppReadsTheEnvironment() {
        ArchRule law = classes()
                .that()
                .resideOutsideOfPackages(codebase.layer("app"), codebase.layer("bootstrap"))
                .should(Conditions.notUse("the environment", access -> isOneOf(ENVIRONMENT, access)))
                .because("settings arrive through constructors, with their origin known");
        return new Rule(14, "only the app and bootstrap touch the environment", law);
    }

    private static boolean isOneOf(Map<Class<?>, Set<String>> members, JavaAccess<?> access) {
        return members.entrySet().stream()
                .filter(entry -> access.getTargetOwner().isEquivalentTo(entry.getKey()))
                .anyMatch(entry -> entry.getValue().contains(access.getTarget().getName()));
    }

    private Rule everyPackageIsNullMarked() {
        ArchRule law = classes()
                .that(resideInAnyPackage(codebase.root() + ".."))
                .should(Conditions.be(
                        "in a package marked @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
        return new Rule(16, "every package is null-marked", law);
    }
}
