package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From arguments to files on disk, with the real home and the embedded engine. */
class RefineEndToEndTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @TempDir
    private Path folder;

    @BeforeEach
    void aPictureLiesInTheFolder() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, (x * 4) << 16 | (y * 5) << 8 | 0x60);
            }
        }
        ImageIO.write(picture, "png", folder.resolve("cat.png").toFile());
    }

    private CommandRun here() {
        return new CommandRun(folder, ConfiguredHome::from);
    }

    /** With a home of its own, and none of the user's settings. */
    private Ending run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--home";
        all[1] = "home";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return here().with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .with("HOME", folder.toString())
                .run(all);
    }

    private JsonNode json(String... arguments) throws IOException {
        Ending ending = run(arguments);
        assertThat(ending.code()).as(ending.err()).isZero();
        return new ObjectMapper().readTree(ending.out());
    }

    @Test
    void aChainOfRefinementsIsKeptAndShown() throws IOException {
        JsonNode first = json("refine", "cat.png", "make it warmer");
        assertThat(first.at("/versions/0/label").asText()).isEqualTo("A1");
        assertThat(Path.of(first.at("/versions/0/image_path").asText()))
                .isAbsolute()
                .isNotEmptyFile();

        JsonNode second = json("refine", "A1", "make it darker");
        assertThat(second.at("/versions/0/label").asText()).isEqualTo("A1.1");
        assertThat(second.get("concept_id")).isEqualTo(first.get("concept_id"));

        JsonNode lineage = json("lineage");
        assertThat(lineage.get("versions")).hasSize(3);
        assertThat(lineage.get("edges")).hasSize(2);
        assertThat(json("concepts").at("/concepts/0/versions").asInt()).isEqualTo(3);
        assertThat(json("show", "A1").at("/job/work/prompt").asText()).isEqualTo("make it warmer");
    }

    @Test
    void outsideAMaskNothingChanges() throws IOException {
        JsonNode refined =
                json("refine", "cat.png", "make it much darker", "--mask", "rect:0,0,0.5,1", "-o", "out.png");

        assertThat(refined.at("/mask/max_difference_outside").asInt()).isZero();
        assertThat(refined.at("/mask/changed_inside_percent").asDouble()).isPositive();
        BufferedImage before = ImageIO.read(folder.resolve("cat.png").toFile());
        BufferedImage after = ImageIO.read(folder.resolve("out.png").toFile());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = WIDTH / 2; x < WIDTH; x++) {
                assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
            }
        }
        assertThat(after.getRGB(20, 20)).isNotEqualTo(before.getRGB(20, 20));
    }

    /** Out as it is, out with loss, changed by another program: each comes back to where it belongs. */
    @Test
    void writtenFilesComeBackToTheirLineage() throws IOException {
        JsonNode first = json("refine", "cat.png", "make it warmer", "-o", "out.png");
        json("refine", "A1", "make it darker", "-o", "out.jpg");

        JsonNode shown = json("show", "out.png");
        assertThat(shown.at("/match/likeness").asText()).isEqualTo("same_pixels");
        assertThat(shown.at("/claims/source_type").asText()).endsWith("/algorithmicallyEnhanced");
        assertThat(shown.at("/claims/provenance/steps/1/instruction").asText()).isEqualTo("make it warmer");

        assertThat(json("import", "out.png").at("/versions/0/version_id"))
                .isEqualTo(first.at("/versions/0/version_id"));
        assertThat(json("import", "out.jpg").at("/files/0/recognition").asText())
                .isEqualTo("edited");
        assertThat(json("refine", "out.png", "make it brighter")
                        .at("/versions/0/label")
                        .asText())
                .isEqualTo("A1.2");
        for (String format : new String[] {"tree", "dot", "mermaid"}) {
            assertThat(run("lineage", "--format", format).out()).contains("A1.1.1", "out.jpg");
        }
        assertThat(json("compare", "A1.1", "A1.1.1")
                        .at("/difference/changed_percent")
                        .asDouble())
                .isPositive();
        assertThat(json("concepts").get("concepts")).hasSize(1);
    }

    @Test
    void twoVersionsAreCompared() throws IOException {
        json("refine", "cat.png", "make it darker");

        JsonNode comparison = json("compare", "A", "A1", "-o", "both.png");

        assertThat(comparison.at("/difference/changed_percent").asDouble()).isPositive();
        assertThat(ImageIO.read(folder.resolve("both.png").toFile()).getWidth()).isGreaterThan(2 * WIDTH);
    }

    @Test
    void whatIsNoImageIsRefusedAndLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("notes.png"), "no picture at all");

        Ending ending = run("refine", "notes.png", "make it warmer");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.err()).startsWith("pentimento: ").hasLineCount(1);
        assertThat(json("concepts").get("concepts")).isEmpty();
    }

    @Test
    void unknownProvidersAreUsageErrorsWithASuggestion() {
        Ending ending = run("refine", "cat.png", "make it warmer", "--provider", "lcoal");

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err()).contains("'lcoal'", "local");
    }

    @Test
    void theInstallationIsHealthy() throws IOException {
        assertThat(json("doctor").findValuesAsText("level")).doesNotContain("problem");
        assertThat(json("providers").at("/providers/0/name").asText()).isEqualTo("local");
        assertThat(json("config").at("/settings/0/value").asText())
                .isEqualTo(folder.resolve("home").toString());
    }
}
