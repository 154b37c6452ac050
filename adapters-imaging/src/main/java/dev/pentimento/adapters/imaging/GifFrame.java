package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import java.util.Arrays;

/** The first frame of a GIF and its place on the screen. */
final class GifFrame {
    private static final int SCREEN = 6;
    private static final int BLOCKS = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int CONTROL = 0xf9;
    private static final int DESCRIPTOR = 10;
    private static final int HAS_PALETTE = 0x80;
    private static final int INTERLACED = 0x40;
    private static final int HAS_TRANSPARENT = 1;
    private static final int OPAQUE = 0xff << 24;

    private final ByteView file;
    private final ImageSize screen;
    private final int at;
    private final int transparent;
    private final int[] palette = new int[256];

    private GifFrame(ByteView file, int at, int transparent, Gate gate) {
        this.file = file;
        this.at = at;
        this.transparent = transparent;
        this.screen = screen(gate);
        readPalette(gate);
    }

    static GifFrame first(ByteView file, Gate gate) {
        gate.admit(Math.max(1, file.u16le(SCREEN)), Math.max(1, file.u16le(SCREEN + 2)));
        int at = BLOCKS + paletteLength(file.u8(SCREEN + 4));
        int transparent = -1;
        while (file.u8(at) == EXTENSION) {
            gate.passPart();
            if (file.u8(at + 1) == CONTROL && file.u8(at + 2) == 4) {
                transparent = (file.u8(at + 3) & HAS_TRANSPARENT) == 0 ? -1 : file.u8(at + 6);
            }
            at = afterBlocks(file, at + 2);
        }
        if (file.u8(at) != FRAME) {
            throw gate.damaged("it holds no picture");
        }
        return new GifFrame(file, at, transparent, gate);
    }

    private static int afterBlocks(ByteView file, int at) {
        int next = at;
        while (file.u8(next) != 0) {
            next += 1 + file.u8(next);
        }
        return next + 1;
    }

    private static int paletteLength(int flags) {
        return (flags & HAS_PALETTE) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Grows where a careless writer put the frame beyond its edge. */
    private ImageSize screen(Gate gate) {
        gate.admit(width(), height());
        return gate.admit(
                Math.max(file.u16le(SCREEN), left() + width()), Math.max(file.u16le(SCREEN + 2), top() + height()));
    }

    private void readPalette(Gate gate) {
        Arrays.fill(palette, OPAQUE);
        int own = paletteLength(flags());
        int length = own > 0 ? own : paletteLength(file.u8(SCREEN + 4));
        if (length == 0) {
            throw gate.damaged("its palette is missing");
        }
        ByteView colours = file.slice(own > 0 ? at + DESCRIPTOR : BLOCKS, length);
        for (int i = 0; i < length / 3; i++) {
            palette[i] |= colours.u8(3 * i) << 16 | colours.u8(3 * i + 1) << 8 | colours.u8(3 * i + 2);
        }
        if (transparent >= 0) {
            palette[transparent] = 0;
        }
    }

    ImageSize screen() {
        return screen;
    }

    int left() {
        return file.u16le(at + 1);
    }

    int top() {
        return file.u16le(at + 3);
    }

    int width() {
        return file.u16le(at + 5);
    }

    int height() {
        return file.u16le(at + 7);
    }

    boolean interlaced() {
        return (flags() & INTERLACED) != 0;
    }

    private int flags() {
        return file.u8(at + 9);
    }

    int colour(int index) {
        return palette[index];
    }

    /** The packed pixels, and whatever follows them in the file. */
    ByteView content() {
        return file.from(at + DESCRIPTOR + paletteLength(flags()));
    }
}
