package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * PNG files as pixels and back, with every pixel as it is; the colours of transparent ones too.
 *
 * <p>Streams of ImageIO's own choice would be closed under our hands when the process is told to end, while work may still be finished.
 */
final class PngPixels {
    private PngPixels() {}

    /** Reads a file of the engine's port, which promises PNG. */
    static Raster decode(EncodedImage file) {
        try {
            BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes())));
            if (image == null) {
                throw new ProviderFailure.InvalidRequest("The local engine reads PNG but was given " + file);
            }
            return ofImage(image);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** ImageIO wraps the lack of memory, which is nobody's mistake. */
    static ProviderFailure unreadable(EncodedImage file, IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError tooLittle) {
                throw tooLittle;
            }
        }
        return new ProviderFailure.InvalidRequest(
                "The local engine cannot read the PNG it was given (%s); save it again and retry".formatted(file));
    }

    static EncodedImage encode(Raster raster) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream file = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(toImage(raster), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return EncodedImage.of(bytes.toByteArray());
    }

    static Raster ofImage(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return Raster.of(new ImageSize(width, height), image.getRGB(0, 0, width, height, null, 0, width));
    }

    static BufferedImage toImage(Raster raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, raster.width(), raster.height(), raster.toArray(), 0, raster.width());
        return image;
    }
}
