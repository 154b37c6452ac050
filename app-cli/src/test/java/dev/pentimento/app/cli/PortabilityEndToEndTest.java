package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export, import-bundle, verify and replay, with real homes and the embedded engine. */
class PortabilityEndToEndTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aHistoryIsThere() throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                picture.setRGB(x, y, (x * 4) << 16 | (y * 5) << 8 | 0x60);
            }
        }
        ImageIO.write(picture, "png", folder.resolve("cat.png").toFile());
        ok("one", "refine", "cat.png", "make it warmer");
        ok("one", "refine", "A1", "make it darker", "--mask", "rect:0.1,0.1,0.5,0.5", "--candidates", "2");
    }

    private CommandRun run() {
        return new CommandRun(folder, ConfiguredHome::from)
                .with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .with("HOME", folder.toString());
    }

    private Ending in(String home, String... arguments) {
        return run().run(with(home, arguments));
    }

    private static String[] with(String home, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", home));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    private JsonNode ok(String home, String... arguments) throws IOException {
        Ending ending = in(home, arguments);
        assertThat(ending.code()).as(ending.err()).isZero();
        return new ObjectMapper().readTree(ending.out());
    }

    private String refused(int code, String... arguments) {
        Ending ending = in("one", arguments);
        assertThat(ending.code()).as(ending.err()).isEqualTo(code);
        assertThat(ending.err().lines().filter(line -> line.startsWith("pentimento:")))
                .hasSize(1);
        return ending.err();
    }

    @Test
    void historyMovesToAnotherHomeAndBackByteForByte() throws IOException {
        JsonNode exported = ok("one", "export", "-o", "a.zip");
        assertThat(exported.get("path").asText())
                .isEqualTo(folder.resolve("a.zip").toString());
        assertThat(exported.get("versions").asInt()).isEqualTo(4);
        assertThat(exported.get("jobs").asInt()).isEqualTo(2);
        assertThat(exported.get("bytes").asLong()).isEqualTo(Files.size(folder.resolve("a.zip")));
        assertThat(exported.get("sha256").asText()).hasSize(64);

        JsonNode imported = ok("two", "import-bundle", "a.zip");
        assertThat(imported.at("/versions/added").asInt()).isEqualTo(4);
        assertThat(imported.at("/concept_ids/0").asText())
                .isEqualTo(ok("one", "concepts").at("/concepts/0/concept_id").asText());

        ok("two", "export", "--all", "-o", "b.zip");
        assertThat(folder.resolve("b.zip")).hasSameBinaryContentAs(folder.resolve("a.zip"));
        assertThat(ok("two", "lineage")).isEqualTo(ok("one", "lineage"));
        assertThat(ok("two", "import-bundle", "a.zip").at("/versions/added").asInt())
                .isZero();
    }

    @Test
    void importedHistoryGoesOn() throws IOException {
        ok("one", "export", "-o", "a.zip");
        ok("two", "import-bundle", "a.zip");

        assertThat(ok("two", "refine", "A1.2", "cooler").at("/versions/0/label").asText())
                .isEqualTo("A1.2.1");
        assertThat(ok("two", "compare", "A1", "A1.1")
                        .at("/mask/max_difference_outside")
                        .asInt())
                .isZero();
        assertThat(ok("two", "show", "A1.1").at("/job/work/mask/0").asText()).isEqualTo("rect:0.1,0.1,0.5,0.5");
    }

    @Test
    void bundleGoesThroughPipes() throws IOException {
        Ending exported = in("one", "export", "-o", "-");
        assertThat(exported.code()).isZero();

        Ending imported = run().reading(exported.written().bytes()).run(with("two", "import-bundle", "-", "--json"));

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(ok("two", "lineage").get("versions")).hasSize(4);
    }

    @Test
    void verifyFindsNothingWrong() throws IOException {
        ok("one", "export", "-o", "a.zip");

        assertThat(ok("one", "verify").get("sound").asBoolean()).isTrue();
        assertThat(ok("one", "verify", "a.zip").get("images").asInt()).isEqualTo(5);
        assertThat(run().onTerminal().run(with("one", "verify")).out()).contains("Everything is as it was stored");
    }

    @Test
    void damagedImageIsNamedAndStopsTheExport() throws IOException {
        String path = ok("one", "show", "A1.2").at("/version/image_path").asText();
        byte[] bytes = Files.readAllBytes(Path.of(path));
        bytes[bytes.length - 1] ^= 1;
        Files.write(Path.of(path), bytes);

        Ending verified = in("one", "verify");
        assertThat(verified.code()).isEqualTo(1);
        JsonNode problem = new ObjectMapper().readTree(verified.out()).at("/problems/0");
        assertThat(problem.get("label").asText()).isEqualTo("A1.2");
        assertThat(problem.get("message").asText()).contains(path);
        assertThat(refused(1, "export", "-o", "a.zip")).contains("A1.2");
        assertThat(folder.resolve("a.zip")).doesNotExist();
        Ending piped = in("one", "export", "-o", "-");
        assertThat(piped.code()).isEqualTo(1);
        assertThat(piped.out()).isEmpty();
    }

    @Test
    void goodBundleMendsADamagedHome() throws IOException {
        ok("one", "export", "-o", "a.zip");
        Path lost = Path.of(ok("one", "show", "A1").at("/version/image_path").asText());
        Files.delete(lost);
        assertThat(in("one", "verify").code()).isEqualTo(1);

        assertThat(ok("one", "import-bundle", "a.zip").at("/images/added").asInt())
                .isEqualTo(1);

        assertThat(ok("one", "verify").get("sound").asBoolean()).isTrue();
    }

    @Test
    void wrongInputIsRefusedInOneLine() throws IOException {
        Files.writeString(folder.resolve("note.zip"), "no bundle");

        assertThat(refused(1, "import-bundle", "note.zip")).contains("note.zip", "no bundle");
        assertThat(refused(2, "import-bundle", "gone.zip")).contains("No such file: gone.zip");
        assertThat(refused(2, "verify", "gone.zip")).contains("No such file: gone.zip");
        assertThat(refused(1, "verify", "cat.png")).contains("cat.png", "no bundle");
        assertThat(refused(2, "export", "-o", "cat.png")).contains("must end in .zip");
        assertThat(refused(2, "export", "-o", "gone/a.zip")).contains("folder of 'gone/a.zip'");
        assertThat(refused(2, "export")).contains("--output");
        assertThat(refused(2, "export", "A1", "--all", "-o", "a.zip")).contains("contradict");
        assertThat(refused(1, "export", "-o", "one/images/a.zip")).contains("images of the home");
        assertThat(refused(2, "replay", "A")).contains("imported");
        assertThat(refused(2, "replay", "A1", "--provider", "nobody")).contains("nobody");
    }

    @Test
    void replayMakesTheSameImagesAgain() throws IOException {
        JsonNode replayed = ok("one", "replay", "A1.2", "-o", "again.png");

        assertThat(replayed.get("identical").asBoolean()).isTrue();
        assertThat(replayed.get("changed_percent").asDouble()).isZero();
        assertThat(replayed.get("steps")).hasSize(2);
        assertThat(replayed.at("/versions/0/label").asText()).isEqualTo("A2.2");
        assertThat(replayed.at("/versions/0/sha256").asText())
                .isEqualTo(ok("one", "show", "A1.2").at("/version/sha256").asText());
        assertThat(folder.resolve("again.png")).isNotEmptyFile();
        Ending people = run().onTerminal().run(with("one", "replay", "A1"));
        assertThat(people.out()).contains("identical to A1");
        assertThat(people.err()).contains("Prompt refine");
    }
}
