package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The look of every operation at its default amount, as one sheet of tiles in the order of {@link Operation}, drawing above photograph. When a look is
 * changed on purpose, look at the sheet that the failing test leaves in {@code target} and put it in the place of the golden one.
 */
class OperationGoldenTest {
    private static final Operation[] OPERATIONS = Operation.values();
    private static final int PER_ROW = 8;
    private static final int TILE = 30;
    /** Of 255, in any channel. */
    private static final int TOLERANCE = 2;

    @Test
    void operationsLookAsTheyDid() throws IOException {
        Raster sheet = sheet();

        Raster golden = golden();

        if (worst(sheet, golden) > TOLERANCE) {
            Files.write(
                    Path.of("target", "operations.png"),
                    EditorPictures.png(sheet).bytes());
        }
        assertThat(worst(sheet, golden)).isLessThanOrEqualTo(TOLERANCE);
    }

    private static Raster golden() throws IOException {
        try (InputStream bytes =
                Objects.requireNonNull(OperationGoldenTest.class.getResourceAsStream("operations.png"))) {
            return EditorPictures.raster(EncodedImage.of(bytes.readAllBytes()));
        }
    }

    private static Raster sheet() {
        Raster[] drawings = new Raster[OPERATIONS.length];
        Raster[] photographs = new Raster[OPERATIONS.length];
        for (int i = 0; i < OPERATIONS.length; i++) {
            drawings[i] = applied(OPERATIONS[i], Pictures.logo());
            photographs[i] = applied(OPERATIONS[i], Pictures.scenery());
        }
        int rows = 2 * ((OPERATIONS.length + PER_ROW - 1) / PER_ROW);
        return Raster.generate(new ImageSize(PER_ROW * TILE, rows * TILE), (x, y) -> {
            int operation = y / TILE / 2 * PER_ROW + x / TILE;
            Raster[] tiles = y / TILE % 2 == 0 ? drawings : photographs;
            return operation < tiles.length ? tiles[operation].argb(4 * (x % TILE), 4 * (y % TILE)) : 0;
        });
    }

    private static Raster applied(Operation operation, Raster base) {
        LabImage image = LabImage.of(base);
        operation.edit(0.6).apply(image, new Scene(null, 3, false, TestCallContext.calm()));
        return image.toRaster(base);
    }

    private static int worst(Raster sheet, Raster golden) {
        if (!sheet.size().equals(golden.size())) {
            return 255;
        }
        int[] left = sheet.toArray();
        int[] right = golden.toArray();
        int worst = 0;
        for (int i = 0; i < left.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                worst = Math.max(worst, Math.abs((left[i] >> shift & 0xff) - (right[i] >> shift & 0xff)));
            }
        }
        return worst;
    }
}
