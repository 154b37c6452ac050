package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.testkit.paid.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ways in which clients in browsers wait for a task, as programs for Node. */
class PollersTest extends ConceptScene {
    private static final Path SCRIPTS = Path.of("src", "test", "resources", "pollers");

    private record Run(int code, String out, String err) {}

    private Run run(String script) throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        assumeTrue(there, "Node is not on the PATH, so its clients cannot be tried");
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder node = new ProcessBuilder(
                        "node",
                        SCRIPTS.resolve(script).toString(),
                        server.address().toString(),
                        logo())
                .redirectOutput(out)
                .redirectError(err);
        node.environment().put("PAUSE_MS", "200");
        int code = node.start().waitFor();
        return new Run(
                code,
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"attempts.js", "recursive.js"})
    void pollerGetsItsImage(String script) throws IOException, InterruptedException {
        Run run = run(script);

        assertThat(run.code()).as(run.err()).isZero();
        String image = new ObjectMapper().readTree(run.out()).get("image_url").asText();
        assertThat(server.get(image).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attempts.js", "recursive.js"})
    void pollerIsToldWhyThereIsNone(String script) throws IOException, InterruptedException {
        server.vendor.next(Answer.moderated());

        Run run = run(script);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isNotBlank().doesNotContain("timed out", "undefined");
    }
}
