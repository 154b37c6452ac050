package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExamplePicturesTest {
    private static final Path FOLDER = Path.of("..", "examples");
    private static final int FACTOR = 4;
    /** Mean distance in OKLab; fonts and grain make up less than this. */
    private static final double DRAWN_ALIKE = 0.02;

    @ParameterizedTest
    @EnumSource
    void hasThePromisedSizeAndIsSmallEnoughToCommit(ExamplePictures example) throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve(example.file()));

        assertThat(PngPixels.decode(EncodedImage.of(file)).size()).isEqualTo(example.size());
        assertThat(file).hasSizeLessThan(700_000);
    }

    @ParameterizedTest
    @EnumSource
    void isWhatTheProgramDraws(ExamplePictures example) throws IOException {
        Raster committed = PngPixels.decode(EncodedImage.of(Files.readAllBytes(FOLDER.resolve(example.file()))));
        OkPlanes shrunk = OkPlanes.of(committed).shrunk(FACTOR);
        OkPlanes drawn = OkPlanes.of(example.smaller(FACTOR));

        assertThat(meanDistance(shrunk, drawn)).isLessThan(DRAWN_ALIKE);
    }

    @Test
    void everyPictureHasItsCommandInTheReadme() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));

        for (ExamplePictures example : ExamplePictures.values()) {
            assertThat(readme).contains("examples/" + example.file());
        }
    }

    private static double meanDistance(OkPlanes one, OkPlanes other) {
        double sum = 0;
        for (int i = 0; i < one.width * one.height; i++) {
            sum += one.distance(i, other.colour(i));
        }
        return sum / (one.width * one.height);
    }
}
