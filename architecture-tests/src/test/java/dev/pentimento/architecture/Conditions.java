package dev.pentimento.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The few shapes of condition that all rules are made of. */
final class Conditions {
    private Conditions() {}

    /** Complains once per sentence that {@code complaints} has about a class. */
    static ArchCondition<JavaClass> of(String what, Function<JavaClass, Stream<String>> complaints) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                complaints
                        .apply(type)
                        .map(complaint -> SimpleConditionEvent.violated(type, type.getName() + " " + complaint))
                        .forEach(events::add);
            }
        };
    }

    static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> expected) {
        return of("be " + what, type -> expected.test(type) ? Stream.of() : Stream.of("is not " + what));
    }

    /** Sees method references as well as calls. */
    static ArchCondition<JavaClass> notUse(String what, Predicate<JavaAccess<?>> forbidden) {
        return of(
                "not use " + what,
                type -> type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .map(access -> "uses " + what + ": " + access.getDescription()));
    }

    static ArchCondition<JavaClass> notDependOn(String what, BiPredicate<JavaClass, JavaClass> forbidden) {
        return of(
                "not depend on " + what,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                forbidden.test(type, dependency.getTargetClass().getBaseComponentType()))
                        .map(Dependency::getDescription)
                        .map(description -> "depends on " + what + ": " + description));
    }
}
