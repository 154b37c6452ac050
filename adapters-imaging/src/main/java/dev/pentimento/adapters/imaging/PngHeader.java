package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;

/**
 * The IHDR chunk.
 *
 * @param depth bits per sample
 * @param interlaced whether the rows come in the seven passes of Adam7
 */
record PngHeader(ImageSize size, int depth, PngColour colour, boolean interlaced) {
    static final int LENGTH = 13;

    static PngHeader of(ByteView chunk, Gate gate) {
        ImageSize size = gate.admit(chunk.u32be(0), chunk.u32be(4));
        int depth = chunk.u8(8);
        PngColour colour = PngColour.ofCode(chunk.u8(9))
                .filter(type -> type.allows(depth))
                .orElseThrow(
                        () -> gate.damaged("colour type %d at %d bits does not exist".formatted(chunk.u8(9), depth)));
        if (chunk.u8(10) != 0 || chunk.u8(11) != 0 || chunk.u8(12) > 1) {
            throw gate.damaged("its header names an unknown compression, filter or interlacing");
        }
        return new PngHeader(size, depth, colour, chunk.u8(12) == 1);
    }

    /** Bytes of a row of {@code width} px, without the leading filter byte. */
    int rowBytes(int width) {
        return Math.toIntExact(((long) width * colour.samples() * depth + 7) / 8);
    }

    /** How far back, in bytes, the filters find the pixel to the left. */
    int pixelBytes() {
        return Math.max(1, colour.samples() * depth / 8);
    }
}
