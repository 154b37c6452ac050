package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.aVersionId;
import static dev.pentimento.testkit.Fixtures.anEncodedImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.EncodedImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FixturesTest {

    @Test
    void imagesAreRealPictures() throws IOException {
        EncodedImage image = anEncodedImage();

        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(image.bytes()));

        assertThat(decoded.getWidth()).isEqualTo(Fixtures.SIZE.width());
        assertThat(decoded.getHeight()).isEqualTo(Fixtures.SIZE.height());
    }

    @Test
    void imagesDiffer() {
        assertThat(anEncodedImage()).isNotEqualTo(anEncodedImage());
    }

    @Test
    void idsDifferInTheirFirstDigits() {
        assertThat(Stream.generate(() -> aVersionId().toString().substring(0, 8))
                        .limit(1000))
                .doesNotHaveDuplicates();
    }
}
