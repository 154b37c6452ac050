package dev.pentimento.adapters.imaging;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The samples of a JPEG through the JDK's decoder, which gets to see a file of our own making: the essential segments behind one marker that leaves no
 * doubt about the colours.
 */
final class JpegPixels {
    private static final byte[] JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    private static final byte[] ADOBE_UNTRANSFORMED = {
        (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    /** Grey as one sample, colour as three in the order of the bands, print colours as the four that are stored. */
    Raster decode(JpegSegments segments, Gate gate) throws IOException {
        List<String> warnings = new ArrayList<>();
        ImageReader reader = JdkJpeg.READER.createReaderInstance();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(plain(segments)))) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            Raster samples = segments.frame().components() == 4
                    ? reader.readRaster(0, null)
                    : reader.read(0).getRaster();
            warnings.stream().filter(JpegPixels::meansDamage).findFirst().ifPresent(warning -> {
                throw gate.damaged("part of its pixels cannot be read");
            });
            return samples;
        } finally {
            reader.dispose();
        }
    }

    /** A file of what decides about the pixels, and of nothing else. */
    static byte[] plain(JpegSegments segments) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        file.writeBytes(
                switch (segments.colour()) {
                    case GREY, YCC -> JFIF;
                    case RGB, CMYK, YCCK -> ADOBE_UNTRANSFORMED;
                });
        file.writeBytes(segments.essence());
        file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return file.toByteArray();
    }

    /** The decoder paints grey where it finds nothing, and only warns. Stray bytes between segments harm nobody. */
    private static boolean meansDamage(String warning) {
        return warning.startsWith("Premature end")
                || (warning.startsWith("Corrupt JPEG") && !warning.contains("extraneous bytes"));
    }
}
