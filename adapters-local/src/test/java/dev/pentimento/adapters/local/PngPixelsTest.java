package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPixelsTest {
    private static final EncodedImage FILE =
            PngPixels.encode(Raster.generate(new ImageSize(8, 8), (x, y) -> 0xff000000 | x * y));

    @Test
    void lackOfMemoryIsNotBlamedOnTheFile() {
        OutOfMemoryError tooLittle = new OutOfMemoryError("Java heap space");

        Throwable failure = catchThrowable(
                () -> PngPixels.unreadable(FILE, new IOException("Caught exception during read", tooLittle)));

        assertThat(failure).isSameAs(tooLittle);
    }

    @Test
    void damagedFilesAreRefusedWithAdvice() {
        byte[] half = Arrays.copyOf(FILE.bytes(), FILE.bytes().length / 2);

        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(() -> PngPixels.decode(EncodedImage.of(half)))
                .withMessageContaining("; save it again");
    }

    /** The files that ImageIO would use are closed as soon as the process is told to end, and work may still be finished then. */
    @Test
    void needsNoFilesOfItsOwn() throws IOException {
        Path gone = Files.createTempDirectory("gone");
        ImageIO.setCacheDirectory(gone.toFile());
        Files.delete(gone);
        try {
            assertThat(PngPixels.encode(PngPixels.decode(FILE))).isEqualTo(FILE);
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }
}
