package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed in the midst of an export or an import. */
class KilledBundleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PICTURES = 60;
    private static final long SEED = 20261120;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @BeforeEach
    void aHistoryIsThere() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> arguments = new ArrayList<>(List.of("import"));
        for (int i = 0; i < PICTURES; i++) {
            arguments.add(
                    noise(folder.resolve("noise-%d.png".formatted(i)), random).toString());
        }
        arguments.add("--json");
        json(home("source"), arguments.toArray(String[]::new));
    }

    @Test
    void killedExportLeavesNoHalfBundleUnderItsName() throws IOException, InterruptedException {
        Started export = ProgramRun.startPentimento(folder, home("source"), "export", "--all", "-o", "out.zip");
        awaitAndKill(
                export,
                folder,
                path -> path.toString().endsWith(".part") && path.toFile().length() > 500_000);
        assertThat(folder.resolve("out.zip")).doesNotExist();

        json(home("source"), "export", "--all", "-o", "out.zip", "--json");

        assertThat(json(home("source"), "verify", "out.zip", "--json")
                        .get("sound")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void killedImportRecordsNothingAndIsCompletedByRepeatingIt() throws IOException, InterruptedException {
        json(home("source"), "export", "--all", "-o", "out.zip", "--json");
        json(home("target"), "concepts", "--json");
        Started started = ProgramRun.startPentimento(folder, home("target"), "import-bundle", "out.zip");
        awaitAndKill(
                started,
                home("target").resolve("images"),
                path -> path.toString().endsWith(".png"));

        assertThat(json(home("target"), "concepts", "--json").get("concepts")).isEmpty();
        assertThat(json(home("target"), "verify", "--json").get("sound").asBoolean())
                .isTrue();

        JsonNode imported = json(home("target"), "import-bundle", "out.zip", "--json");
        assertThat(imported.at("/versions/added").asInt()).isEqualTo(PICTURES);
        assertThat(imported.at("/images/added").asInt())
                .isLessThan(imported.at("/images/total").asInt());
        json(home("target"), "export", "--all", "-o", "back.zip", "--json");
        assertThat(folder.resolve("back.zip")).hasSameBinaryContentAs(folder.resolve("out.zip"));
    }

    /** Kills it as soon as such a file is there. */
    private static void awaitAndKill(Started started, Path place, Predicate<Path> sign)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isThere(place, sign)) {
            assertThat(System.nanoTime()).as("nothing to be seen in %s", place).isLessThan(deadline);
            assertThat(started.process().waitFor(1, TimeUnit.MILLISECONDS))
                    .as("ended before it could be killed")
                    .isFalse();
        }
        started.process().destroyForcibly().waitFor();
        assertThat(started.process().exitValue()).isNotZero();
    }

    private static boolean isThere(Path place, Predicate<Path> sign) {
        try (Stream<Path> files = Files.walk(place, 2)) {
            return files.anyMatch(sign);
        } catch (IOException | UncheckedIOException e) {
            return false; // a file was moved on meanwhile; look again
        }
    }

    /** Incompressible, and so of some size. */
    private static Path noise(Path file, Random random) throws IOException {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private JsonNode json(Path home, String... arguments) throws IOException, InterruptedException {
        ProgramRun run = ProgramRun.ofPentimento(folder, home, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private Path home(String name) {
        return folder.resolve(name);
    }
}
