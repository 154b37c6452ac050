package dev.pentimento.adapters.imaging;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Reads WebP, lossy and lossless; of an animation the first frame, where it lies on its canvas. */
final class WebpReader implements FormatReader {
    private static final ImageReaderSpi PROVIDER = new WebPImageReaderSpi();

    @Override
    public Raster read(ByteView file, Gate gate) throws IOException {
        WebpPicture picture = WebpPicture.of(file, gate);
        int[] argb = pixels(picture, gate);
        picture.profile()
                .flatMap(chunk -> IccProfile.of(chunk.toArray()))
                .ifPresent(profile -> profile.toSrgb(argb, 3));
        return picture.exif().map(Exif::orientation).orElse(Orientation.UPRIGHT).upright(picture.canvas(), argb);
    }

    private static int[] pixels(WebpPicture picture, Gate gate) throws IOException {
        BufferedImage frame = decode(picture.frame().alone());
        ImageSize size = picture.frame().size();
        if (frame.getWidth() != size.width() || frame.getHeight() != size.height()) {
            throw gate.damaged("its pixels are not of the size that its header claims");
        }
        int width = picture.canvas().width();
        int[] argb = new int[Math.toIntExact(picture.canvas().pixels())];
        return frame.getRGB(0, 0, size.width(), size.height(), argb, picture.top() * width + picture.left(), width);
    }

    private static BufferedImage decode(byte[] file) throws IOException {
        ImageReader reader = PROVIDER.createReaderInstance();
        try (ImageInputStream input = new WebpInput(file)) {
            reader.setInput(input, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
