package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The samples of a JPEG through the JDK's decoder, which gets to see a file of our own making: the essential segments behind one marker that leaves no
 * doubt about the colours.
 */
final class JpegPixels {
    private static final ByteView START = ByteView.of(new byte[] {(byte) 0xff, (byte) 0xd8});
    private static final ByteView END = ByteView.of(new byte[] {(byte) 0xff, (byte) 0xd9});
    private static final ByteView JFIF =
            ByteView.of(new byte[] {(byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0});
    private static final ByteView ADOBE_UNTRANSFORMED =
            ByteView.of(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});

    private final JpegSegments segments;
    private final Gate gate;

    /** How the decoder is asked. */
    @FunctionalInterface
    private interface Decoding {
        Raster of(ImageReader reader) throws IOException;
    }

    JpegPixels(JpegSegments segments, Gate gate) {
        this.segments = segments;
        this.gate = gate;
    }

    /** Grey and colour as pixels. */
    void decodeInto(int[] argb) throws IOException {
        BufferedImage target = ArgbRows.over(argb, segments.frame().size(), gate);
        ImageReadParam settings = new ImageReadParam();
        settings.setDestination(target);
        decode(reader -> reader.read(0, settings).getRaster());
    }

    /** Print colours as the four bytes that are stored for each pixel. */
    byte[] inks() throws IOException {
        return ((DataBufferByte) decode(reader -> reader.readRaster(0, null)).getDataBuffer()).getData();
    }

    private Raster decode(Decoding decoding) throws IOException {
        List<String> warnings = new ArrayList<>();
        ImageReader reader = JdkJpeg.READER.createReaderInstance();
        try (ImageInputStream input = new PartsInput(plainFile(), gate)) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            checkSize(reader);
            Raster samples = decoding.of(reader);
            warnings.stream().filter(JpegPixels::meansDamage).findFirst().ifPresent(warning -> {
                throw gate.damaged("part of its pixels cannot be read");
            });
            return samples;
        } finally {
            reader.dispose();
        }
    }

    /** We and the decoder have to mean the same frame, or memory was reserved for another. */
    private void checkSize(ImageReader reader) throws IOException {
        ImageSize size = segments.frame().size();
        if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
            throw gate.damaged("its pixels are not of the size that its header claims");
        }
    }

    /** A file of what decides about the pixels, and of nothing else. */
    List<ByteView> plainFile() {
        List<ByteView> parts = new ArrayList<>();
        parts.add(START);
        parts.add(
                switch (segments.colour()) {
                    case GREY, YCC -> JFIF;
                    case RGB, CMYK, YCCK -> ADOBE_UNTRANSFORMED;
                });
        parts.addAll(segments.essence());
        parts.add(END);
        return parts;
    }

    /** The decoder paints grey where it finds nothing, and only warns. Stray bytes between segments harm nobody. */
    private static boolean meansDamage(String warning) {
        return warning.startsWith("Premature end")
                || (warning.startsWith("Corrupt JPEG") && !warning.contains("extraneous bytes"));
    }
}
