package dev.pentimento.adapters.web.runs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Masks as painted pictures. */
final class TestMasks {
    private static final int WHITE = 0xffffff;

    private TestMasks() {}

    /** The left half may change. */
    static byte[] leftHalf(int width, int height) {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width / 2; x++) {
                mask.setRGB(x, y, WHITE);
            }
        }
        return png(mask);
    }

    /** Nothing may change. */
    static byte[] black(int width, int height) {
        return png(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
