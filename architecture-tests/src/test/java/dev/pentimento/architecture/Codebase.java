package dev.pentimento.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Code under rules: its root package, its classes and the classes that test it.
 *
 * <p>The same rules are pointed at the shipped code and at code that breaks them, so no rule may spell the root out.
 */
record Codebase(String root, JavaClasses code, JavaClasses tests) {
    /** The vendors in the module for fal and Gemini are adapters of their own. */
    private static final Pattern MODULE = Pattern.compile("\\.(adapters\\.(falgemini\\.)?\\w+|\\w+)");

    private static final DescribedPredicate<JavaClass> PACKAGE_INFO = DescribedPredicate.describe(
            "package-info", type -> type.getSimpleName().equals("package-info"));

    /** What the modules beside this one were compiled to. */
    static Codebase shipped() {
        ClassFileImporter importer = new ClassFileImporter();
        return of(
                "dev.pentimento",
                importer.importPaths(outputs("classes")),
                importer.importPaths(outputs("test-classes")));
    }

    /** Code written to break the rules. */
    static Codebase broken() {
        String root = "dev.pentimento.architecture.broken";
        JavaClasses everything = new ClassFileImporter().importPackages(root);
        DescribedPredicate<JavaClass> tests = DescribedPredicate.describe("tests", Codebase::isTest);
        return of(root, everything.that(DescribedPredicate.not(tests)), everything.that(tests));
    }

    private static boolean isTest(JavaClass type) {
        return type.getSimpleName().endsWith("Test")
                || type.getEnclosingClass().filter(Codebase::isTest).isPresent();
    }

    /** The modules that ship code: folders beside this one with main sources. */
    static List<Path> modules() {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders.filter(folder -> Files.isDirectory(sources(folder)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path sources(Path module) {
        return module.resolve(Path.of("src", "main", "java"));
    }

    private static Codebase of(String root, JavaClasses code, JavaClasses tests) {
        return new Codebase(root, code.that(DescribedPredicate.not(PACKAGE_INFO)), tests);
    }

    private static List<Path> outputs(String kind) {
        return modules().stream()
                .map(module -> module.resolve(Path.of("target", kind)))
                .filter(Files::isDirectory)
                .toList();
    }

    /** All packages of a layer, as ArchUnit writes them. */
    String layer(String name) {
        return root + "." + name + "..";
    }

    String packageName(String name) {
        return root + "." + name;
    }

    /** The module that owns a class, by its package: one adapter, or one layer. */
    String moduleOf(JavaClass type) {
        Matcher owner = MODULE.matcher(type.getPackageName().substring(root.length()));
        return owner.lookingAt() ? owner.group(1) : "";
    }
}
