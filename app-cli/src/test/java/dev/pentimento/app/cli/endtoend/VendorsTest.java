package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of {@code examples/README.md} through each provider, by the real program; the vendors are stubs on this machine. */
@Timeout(600)
class VendorsTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final String MASK = "rect:0.25,0.25,0.3,0.4";
    private static final List<String> CHAIN = List.of("local", "openai", "fal", "jigsawstack");

    @TempDir
    private Path folder;

    private Vendors vendors;

    @BeforeEach
    void open() throws IOException {
        TestPictures.disc(folder.resolve("photo.png"), WIDTH, HEIGHT);
        vendors = new Vendors(folder);
    }

    @AfterEach
    void close() {
        vendors.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "fal", "gemini", "jigsawstack"})
    void everyProviderAnswersTheSameCommand(String provider) throws IOException, InterruptedException {
        JsonNode made = vendors.json("refine", "photo.png", "make it warmer", "--provider", provider);

        assertThat(made.get("provider").asText()).isEqualTo(provider);
        assertThat(made.get("status").asText()).isEqualTo("completed");
        assertThat(Path.of(made.at("/versions/0/image_path").asText())).isNotEmptyFile();
        assertThat(made.at("/cost/micro_usd").isNull())
                .isEqualTo(made.at("/cost/basis").asText().equals("unknown"));
        assertThat(made.at("/cost/micro_usd").asLong(-1)).isNotZero();
    }

    @Test
    void aChainThroughAllProvidersKeepsEveryPixelOutsideItsMasks() throws IOException, InterruptedException {
        List<JsonNode> steps = chain("--mask", MASK);

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.at("/mask/max_difference_outside").asInt(-1)).isZero();
            assertThat(step.at("/versions/0/width").asInt()).isEqualTo(WIDTH);
            assertThat(step.at("/versions/0/height").asInt()).isEqualTo(HEIGHT);
        });
        assertThat(steps.subList(1, steps.size()))
                .allSatisfy(step -> assertThat(
                                step.at("/mask/changed_inside_percent").asDouble())
                        .isGreaterThan(90));
        assertThat(steps)
                .extracting(step -> step.at("/versions/0/label").asText())
                .containsExactly("A1", "A1.1", "A1.1.1", "A1.1.1.1");
        assertThat(cost(steps)).containsExactly("reported 0", "reported 35100", "unknown null", "unknown null");
        assertThat(vendors.json("cost").at("/total/unknown_calls").asInt()).isEqualTo(2);
    }

    @Test
    void aChainWithoutMasksKeepsTheRatioOfSides() throws IOException, InterruptedException {
        List<JsonNode> steps = chain();

        assertThat(steps).allSatisfy(step -> {
            double width = step.at("/versions/0/width").asDouble();
            double height = step.at("/versions/0/height").asDouble();
            assertThat(width * HEIGHT / WIDTH - height).isBetween(-1.5, 1.5);
        });
    }

    @Test
    void whatFalAcceptedIsFetchedByWhoeverComesAfterAKilledProcess() throws IOException, InterruptedException {
        vendors.falIs("IN_PROGRESS");
        Started killed = vendors.start("refine", "photo.png", "make it warmer", "--provider", "fal", "--json");
        awaitLooks(killed);
        killed.process().destroyForcibly().waitFor();
        vendors.falIs("COMPLETED");

        ProgramRun worker = vendors.run("work");
        JsonNode job = vendors.json("jobs", "--limit", "1").at("/jobs/0");

        assertThat(worker.exitCode()).as(worker.err()).isZero();
        assertThat(job.get("status").asText()).isEqualTo("completed");
        assertThat(vendors.posts(Vendors.FAL)).isEqualTo(1);
    }

    private void awaitLooks(Started asking) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (vendors.looks() == 0) {
            assertThat(System.nanoTime())
                    .as("fal is still not asked how far it is")
                    .isLessThan(deadline);
            assertThat(asking.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended early")
                    .isFalse();
        }
    }

    private List<JsonNode> chain(String... options) throws IOException, InterruptedException {
        List<JsonNode> steps = new ArrayList<>();
        String base = "photo.png";
        for (String provider : CHAIN) {
            List<String> command = new ArrayList<>(List.of("refine", base, "make it warmer", "--provider", provider));
            command.addAll(List.of(options));
            JsonNode step = vendors.json(command.toArray(String[]::new));
            base = step.at("/versions/0/version_id").asText();
            steps.add(step);
        }
        return steps;
    }

    private static List<String> cost(List<JsonNode> steps) {
        return steps.stream()
                .map(step -> step.at("/cost/basis").asText() + " "
                        + step.at("/cost/micro_usd").asText())
                .toList();
    }
}
