package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program compiles and does what it says. */
class ReadmeExampleTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void programOfTheReadmeRefinesAnImage() throws IOException, InterruptedException {
        compile("Example");
        Path picture = TestPictures.twoColours(folder.resolve("logo.png"));

        ProgramRun run = ProgramRun.ofJava(
                folder,
                "-cp",
                folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                "Example",
                picture.toString(),
                folder.resolve("home").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("A1 lies at ");
        assertThat(Path.of(run.out().strip().substring("A1 lies at ".length()))).isRegularFile();
    }

    @Test
    void clientOfTheReadmeIsAProgramToo() throws IOException {
        compile("Client");
    }

    private static String program(String name) throws IOException {
        return JAVA_BLOCK
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("public class " + name + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The README has no program " + name));
    }

    private void compile(String name) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), program(name));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(source.toFile()))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
