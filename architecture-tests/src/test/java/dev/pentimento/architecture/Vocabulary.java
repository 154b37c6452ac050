package dev.pentimento.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;

/** The parts of the JDK that the inner layers may speak. */
final class Vocabulary {
    private Vocabulary() {}

    /** Language, collections, time and numbers; {@code java.util} without its logging, preferences and discovery. */
    static DescribedPredicate<JavaClass> plainJava() {
        return resideInAnyPackage(
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.util",
                        "java.util.concurrent..",
                        "java.util.function",
                        "java.util.random",
                        "java.util.regex",
                        "java.util.stream",
                        "java.time..",
                        "java.math")
                .or(type(URI.class))
                .or(primitives())
                .as("are plain Java");
    }

    /** Plain Java and streams of bytes. */
    static DescribedPredicate<JavaClass> plainJavaAndBytes() {
        return plainJava().or(resideInAnyPackage("java.io", "java.nio..")).as("are plain Java, java.io or java.nio");
    }

    static DescribedPredicate<JavaClass> nullAnnotations() {
        return resideInAPackage("org.jspecify.annotations");
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe(
                "primitives", type -> type.getBaseComponentType().isPrimitive());
    }
}
