package dev.pentimento.adapters.imaging;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Reads WebP, lossy and lossless; of an animation the first frame, where it lies on its canvas. */
final class WebpReader implements FormatReader {
    /** Four samples of the decoder and four of ours; turned pixels come when the decoder's are gone. */
    private static final int BYTES_PER_PIXEL = 4 + 4;

    private static final ImageReaderSpi PROVIDER = new WebPImageReaderSpi();

    @Override
    public Raster read(ByteView file, Gate gate) throws IOException {
        WebpPicture picture = WebpPicture.of(file, gate);
        Orientation orientation = picture.exif().map(Exif::orientation).orElse(Orientation.UPRIGHT);
        gate.reserve(picture.canvas(), BYTES_PER_PIXEL);
        int[] argb = pixels(picture, gate);
        picture.profile().flatMap(chunk -> profile(chunk, gate)).ifPresent(profile -> profile.toSrgb(argb, 3));
        return orientation.upright(picture.canvas(), argb);
    }

    private static Optional<IccProfile> profile(ByteView chunk, Gate gate) {
        IccProfile.checkLength(chunk.length(), gate);
        return IccProfile.of(chunk.toArray(), gate);
    }

    private static int[] pixels(WebpPicture picture, Gate gate) throws IOException {
        BufferedImage frame = decode(picture.frame(), gate);
        int width = picture.canvas().width();
        int[] argb = new int[Math.toIntExact(picture.canvas().pixels())];
        WebpPixels.copy(frame, argb, picture.top() * width + picture.left(), width);
        return argb;
    }

    private static BufferedImage decode(WebpFrame frame, Gate gate) throws IOException {
        ImageReader reader = PROVIDER.createReaderInstance();
        try (ImageInputStream input = new WebpInput(frame.alone(), gate)) {
            reader.setInput(input, true, true);
            ImageSize size = frame.size();
            if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
                throw gate.damaged("its pixels are not of the size that its header claims");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
