package dev.pentimento.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No module escapes the rules, and none is left out of the product. */
class ModulesTest {

    @Test
    void everyPackageWithSourcesIsUnderTheRules() {
        Set<String> seen = Codebase.shipped().code().stream()
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(seen).isNotEmpty().containsAll(packagesWithSources());
    }

    private static Set<String> packagesWithSources() {
        return Codebase.modules().stream()
                .flatMap(module -> packagesBelow(Codebase.sources(module)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> packagesBelow(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyModuleIsBuilt() throws IOException {
        assertThat(Files.readString(Path.of("..", "pom.xml")))
                .contains(modules("").map("<module>%s</module>"::formatted).toList());
    }

    @Test
    void theAppShipsEveryAdapter() throws IOException {
        assertThat(Files.readString(Path.of("..", "app-cli", "pom.xml"))).contains(artifacts(modules("adapters-")));
    }

    @Test
    void theRulesAreBuiltAfterEveryModule() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains(artifacts(modules("")));
    }

    private static Stream<String> modules(String prefix) {
        return Codebase.modules().stream()
                .map(module -> module.getFileName().toString())
                .filter(name -> name.startsWith(prefix));
    }

    private static List<String> artifacts(Stream<String> modules) {
        return modules.map("<artifactId>pentimento-%s</artifactId>"::formatted).toList();
    }
}
