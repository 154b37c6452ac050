package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.app.cli.CommandRun.Ending;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, the user gets one line that says so and what to do, the right exit code, and keeps what they had. */
class BadInputTest {
    private static final int SIDE = 48;

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void aHomeWithOneRefinement() throws IOException {
        home = folder.resolve("home");
        picture("good.png", SIDE, SIDE, 0xff8a5a3c);
        assertThat(run("refine", "good.png", "make it warmer").code()).isZero();
    }

    @Test
    void missingFile() {
        rejects(1, "No such file", "refine", "nowhere.png", "warmer");
    }

    @Test
    void directory() throws IOException {
        Files.createDirectory(folder.resolve("pictures.png"));

        rejects(1, "pictures.png", "refine", "pictures.png", "warmer");
    }

    @Test
    void emptyFile() throws IOException {
        Files.createFile(folder.resolve("empty.png"));

        rejects(1, "empty", "refine", "empty.png", "warmer");
    }

    @Test
    void textNamedPng() throws IOException {
        Files.writeString(folder.resolve("text.png"), "this is no image at all");

        rejects(1, "not an image", "refine", "text.png", "warmer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void truncatedImages(String format) throws IOException {
        byte[] whole = encoded(512, 512, format);
        Files.write(folder.resolve("cut." + format), Arrays.copyOf(whole, whole.length / 2));

        rejects(1, "damaged", "refine", "cut." + format, "warmer");
    }

    @Test
    void hugeImageInAFewBytes() throws IOException {
        Files.write(folder.resolve("bomb.png"), pngThatClaims(50_000, 50_000));

        rejects(1, "50000", "refine", "bomb.png", "warmer");
    }

    @Test
    void maskOfAnotherSize() throws IOException {
        picture("mask.png", 7, 9, 0xffffffff);

        rejects(2, "7x9", "refine", "good.png", "warmer", "--mask", "mask.png");
    }

    @Test
    void emptyMask() throws IOException {
        picture("black.png", SIDE, SIDE, 0xff000000);

        rejects(2, "selects no pixel", "refine", "good.png", "warmer", "--mask", "black.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rect:0.5,0.5,0.9,0.1 | 1.4",
                "circle:0.5,1.5,0.1 | 1.5",
                "rect:a,0,1,1 | a",
                "polygon:0,0;1,1 | 3 corners"
            })
    void masksThatCannotBe(String mask, String told) {
        rejects(2, told, "refine", "good.png", "warmer", "--mask", mask);
    }

    @Test
    void emptyPrompt() {
        rejects(2, "empty", "refine", "good.png", "  ");
    }

    @Test
    void overlongPrompt() {
        rejects(2, "5001", "refine", "good.png", "x".repeat(5001));
    }

    @Test
    void promptOfWhichNothingIsUnderstood() {
        rejects(2, "dragon", "refine", "good.png", "dragon xylophone");
    }

    @Test
    void unknownVersion() {
        rejects(1, "A77", "refine", "A77", "warmer");
    }

    @Test
    void unknownProvider() {
        Ending ending = rejects(2, "opneai", "refine", "good.png", "warmer", "--provider", "opneai");

        assertThat(ending.err()).contains("local");
    }

    @Test
    void settingsThatDoNotExist() throws IOException {
        Files.writeString(folder.resolve("pentimento.yml"), "providers:\n  edti: [local]\n");

        tells(2, "did you mean 'providers.edit'", run("refine", "good.png", "warmer"));
    }

    @Test
    void homeThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        tells(
                1,
                "a-file",
                new CommandRun(folder, ConfiguredHome::from)
                        .with("PENTIMENTO_HOME", file.toString())
                        .onTerminal()
                        .run("refine", "good.png", "warmer"));
    }

    @Test
    void homeWithADatabaseThatIsNone() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        for (Path database : databases()) {
            Files.writeString(broken.resolve(database.getFileName()), "this is no database".repeat(100));
        }

        tells(
                1,
                "broken",
                new CommandRun(folder, ConfiguredHome::from)
                        .with("PENTIMENTO_HOME", broken.toString())
                        .onTerminal()
                        .run("concepts"));
    }

    private Iterable<Path> databases() throws IOException {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        }
    }

    /** One line, the right code, and the lineage as it was with every image it names. */
    private Ending rejects(int code, String told, String... arguments) {
        String before = run("concepts").out();

        Ending ending = run(arguments);

        tells(code, told, ending);
        assertThat(run("lineage").code()).isZero();
        if (!String.join(" ", arguments).contains("dragon")) {
            assertThat(run("concepts").out()).isEqualTo(before);
        }
        return ending;
    }

    private static void tells(int code, String told, Ending ending) {
        assertThat(ending.err()).contains(told).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(errorLines(ending)).as(ending.err()).isEqualTo(1);
        assertThat(ending.code()).as(ending.err()).isEqualTo(code);
    }

    private static long errorLines(Ending ending) {
        return ending.err()
                .lines()
                .filter(line -> line.startsWith("pentimento: "))
                .count();
    }

    private Ending run(String... arguments) {
        return new CommandRun(folder, ConfiguredHome::from)
                .with("PENTIMENTO_HOME", home.toString())
                .onTerminal()
                .run(arguments);
    }

    private void picture(String name, int width, int height, int argb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb);
            }
        }
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    private static byte[] encoded(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x * 31 + y * 977 + (x * y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** A valid beginning with no pixels behind it. */
    private static byte[] pngThatClaims(int width, int height) {
        byte[] type = "IHDR".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer named = ByteBuffer.allocate(17).put(type).putInt(width).putInt(height);
        named.put(new byte[] {8, 6, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(named.array());
        ByteBuffer png =
                ByteBuffer.allocate(2_000).put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        return png.putInt(13).put(named.array()).putInt((int) check.getValue()).array();
    }
}
