package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes PNG, 8 bits a sample: RGB if every pixel is opaque, else RGB and alpha with the colours of transparent pixels kept. */
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte DEPTH = 8;
    private static final byte PERCEPTUAL = 0;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
    private final Raster raster;

    private PngWriter(Raster raster) {
        this.raster = raster;
    }

    static byte[] write(Raster raster) {
        return new PngWriter(raster).write();
    }

    private byte[] write() {
        PngColour colour = isOpaque() ? PngColour.RGB : PngColour.RGB_ALPHA;
        file.writeBytes(SIGNATURE);
        append("IHDR", header(colour));
        append("sRGB", new byte[] {PERCEPTUAL});
        PngPacking.pack(raster, colour.samples(), (packed, count) -> append("IDAT", Arrays.copyOf(packed, count)));
        append("IEND", new byte[0]);
        return file.toByteArray();
    }

    private boolean isOpaque() {
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                if (raster.argb(x, y) >>> 24 != 0xff) {
                    return false;
                }
            }
        }
        return true;
    }

    private byte[] header(PngColour colour) {
        return ByteBuffer.allocate(PngHeader.LENGTH)
                .putInt(raster.width())
                .putInt(raster.height())
                .put(DEPTH)
                .put((byte) colour.code())
                .array();
    }

    private void append(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        appendInt(content.length);
        file.writeBytes(name);
        file.writeBytes(content);
        appendInt((int) checksum.getValue());
    }

    private void appendInt(int value) {
        file.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }
}
