package dev.pentimento.benchmarks;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.util.Random;

/** Pictures that compress about as well as photographs: soft shapes, fine texture, and the noise of a sensor. Always the same for a size. */
final class Photograph {
    private static final int SEED = 20_261_120;

    private Photograph() {}

    /** A picture of about {@code megapixels} million pixels, in the shape of most cameras. */
    static Raster of(int megapixels) {
        return of(sizeOf(megapixels));
    }

    /** 4:3. */
    static ImageSize sizeOf(int megapixels) {
        int height = (int) Math.round(Math.sqrt(megapixels * 1e6 * 3 / 4));
        return new ImageSize(height * 4 / 3, height);
    }

    static Raster of(ImageSize size) {
        Random noise = new Random(SEED);
        return Raster.generate(size, (x, y) -> pixel(x, y, size, noise.nextInt(5) - 2));
    }

    private static int pixel(int x, int y, ImageSize size, int noise) {
        double across = (double) x / size.width();
        double down = (double) y / size.height();
        double shade = Math.sin(across * 9 + down * 4) * Math.cos(down * 7 - across * 3);
        double texture = Math.sin(x * 0.35) * Math.sin(y * 0.27);
        return 0xff000000
                | level(150 + 60 * shade + 8 * texture + noise) << 16
                | level(120 + 70 * shade * down + 8 * texture + noise) << 8
                | level(90 + 80 * across - 40 * shade + noise);
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }
}
