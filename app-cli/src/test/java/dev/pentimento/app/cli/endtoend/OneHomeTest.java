package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a home, and processes that are stopped. */
class OneHomeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void severalProcessesWorkOnOneNewHomeAtOnce() throws IOException, InterruptedException {
        TestPictures.twoColours(folder.resolve("logo.png"));
        List<Started> started = new ArrayList<>();
        for (String prompt : List.of("warmer", "cooler", "black and white")) {
            started.add(ProgramRun.startPentimento(folder, home(), "refine", "logo.png", prompt, "--json"));
        }

        Set<String> made = new HashSet<>();
        for (Started one : started) {
            ProgramRun run = ProgramRun.await(one, folder);
            assertThat(run.exitCode()).as(run.err()).isZero();
            made.add(JSON.readTree(run.out()).at("/versions/0/version_id").asText());
        }

        assertThat(made).hasSize(3).doesNotContain("");
        everyImageOfTheLineagesIsThere(3);
    }

    @Test
    void ctrlCLeavesNothingHalfDone() throws IOException, InterruptedException {
        TestPictures.disc(folder.resolve("large.png"), 3000, 2400);
        Started started =
                ProgramRun.startPentimento(folder, home(), "refine", "large.png", "more minimalist", "--json");
        started.awaitLine("Prompt refine");

        started.send("INT");
        ProgramRun run = ProgramRun.await(started, folder);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(130);
        assertThat(run.err()).doesNotContain("Exception");
        JsonNode lineage = json("lineage", "--json");
        assertThat(lineage.get("versions")).hasSize(1);
        assertThat(json("refine", "large.png", "brighter", "--json")
                        .get("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void anImageMayComeThroughAPipe() throws IOException, InterruptedException {
        Path picture = TestPictures.twoColours(folder.resolve("logo.png"));
        Started started = ProgramRun.startPentimento(folder, home(), "refine", "-", "warmer", "--json");
        try (OutputStream pipe = started.process().getOutputStream()) {
            Files.copy(picture, pipe);
        }

        ProgramRun run = ProgramRun.await(started, folder);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(JSON.readTree(run.out()).at("/versions/0/label").asText()).isEqualTo("A1");
    }

    private void everyImageOfTheLineagesIsThere(int originals) throws IOException, InterruptedException {
        JsonNode concepts = json("concepts", "--json");
        int refined = 0;
        for (JsonNode concept : concepts.get("concepts")) {
            JsonNode lineage = json("lineage", concept.get("concept_id").asText(), "--json");
            for (JsonNode version : lineage.get("versions")) {
                refined += version.get("parents").isEmpty() ? 0 : 1;
                JsonNode shown = json("show", version.get("version_id").asText(), "--json");
                assertThat(Path.of(shown.findValue("image_path").asText())).isRegularFile();
            }
        }
        assertThat(refined).isEqualTo(originals);
    }

    private JsonNode json(String... arguments) throws IOException, InterruptedException {
        ProgramRun run = ProgramRun.ofPentimento(folder, home(), arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private Path home() {
        return folder.resolve("home");
    }
}
