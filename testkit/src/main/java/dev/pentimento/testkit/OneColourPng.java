package dev.pentimento.testkit;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the simplest PNG there is: 8-bit RGB, every pixel the same. See the PNG specification, 3rd edition, sections 5 and 11. */
final class OneColourPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte EIGHT_BIT = 8;
    private static final byte RGB = 2;

    private OneColourPng() {}

    /** The lower 24 bits of {@code rgb} are the colour. */
    static EncodedImage of(ImageSize size, int rgb) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(size));
        chunk(png, "IDAT", deflated(pixels(size, rgb)));
        chunk(png, "IEND", new byte[0]);
        return EncodedImage.of(png.toByteArray());
    }

    private static byte[] header(ImageSize size) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(size.width()).putInt(size.height());
        return header.put(EIGHT_BIT).put(RGB).array();
    }

    /** Each row begins with the number of its filter, 0 = none. */
    private static byte[] pixels(ImageSize size, int rgb) {
        ByteBuffer rows = ByteBuffer.allocate(size.height() * (1 + 3 * size.width()));
        for (int y = 0; y < size.height(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < size.width(); x++) {
                rows.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
            }
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        ByteBuffer named = ByteBuffer.allocate(4 + content.length);
        named.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 check = new CRC32();
        check.update(named.array());
        png.writeBytes(bigEndian(content.length));
        png.writeBytes(named.array());
        png.writeBytes(bigEndian((int) check.getValue()));
    }

    private static byte[] bigEndian(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
