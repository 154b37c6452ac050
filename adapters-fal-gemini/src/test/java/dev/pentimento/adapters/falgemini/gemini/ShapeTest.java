package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    private static final Canvas EVERY_TIER =
            new Canvas.Listed(List.of(new ImageSize(512, 512), new ImageSize(1024, 1024), new ImageSize(2048, 2048)));

    @ParameterizedTest
    @CsvSource({
        "1024, 1024, 1:1, 1K",
        "848, 1264, 2:3, 1K",
        "1264, 848, 3:2, 1K",
        "896, 1200, 3:4, 1K",
        "1200, 896, 4:3, 1K",
        "928, 1152, 4:5, 1K",
        "1152, 928, 5:4, 1K",
        "768, 1376, 9:16, 1K",
        "1376, 768, 16:9, 1K",
        "1584, 672, 21:9, 1K",
        "512, 2048, 1:4, 1K",
        "2048, 512, 4:1, 1K",
        "384, 3072, 1:8, 1K",
        "3072, 384, 8:1, 1K",
        "832, 1248, 2:3, 1K",
        "1344, 768, 16:9, 1K",
        "1536, 672, 21:9, 1K",
        "512, 512, 1:1, 512",
        "2528, 1696, 3:2, 2K",
        "5504, 3072, 16:9, 4K",
        "6336, 2688, 21:9, 4K"
    })
    void everySizeOfTheApiHasItsRatioAndTier(int width, int height, String ratio, String tier) {
        Shape shape = Shape.of(new ImageSize(width, height), EVERY_TIER);

        assertThat(shape.ratio().label()).isEqualTo(ratio);
        assertThat(shape.tier().label()).isEqualTo(tier);
    }

    @Test
    void modelsOfOneTierAreNotToldWhich() {
        Shape shape = Shape.of(new ImageSize(1024, 1024), Shape.DEFAULT_CANVAS);

        assertThat(shape.config().aspectRatio()).contains("1:1");
        assertThat(shape.config().imageSize()).isEmpty();
    }

    @Test
    void modelsOfSeveralTiersAreToldWhich() {
        Shape shape = Shape.of(new ImageSize(2048, 2048), EVERY_TIER);

        assertThat(shape.config().imageSize()).contains("2K");
    }

    @Test
    void whatTheCanvasFitsIsOneOfItsShapes() {
        ImageSize wide = Shape.DEFAULT_CANVAS.fit(new ImageSize(1920, 1080));

        assertThat(wide).isEqualTo(new ImageSize(1376, 768));
    }
}
