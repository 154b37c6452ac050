package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One coded picture of a WebP file.
 *
 * @param codec the name of its chunk: "VP8 " (lossy) or "VP8L" (lossless, with its own alpha)
 * @param chunks the one with the picture and its neighbours
 */
record WebpFrame(ImageSize size, String codec, ByteView content, RiffChunks chunks) {
    private static final String NAME = "WEBP";
    private static final ByteView PADDING = ByteView.of(new byte[1]);
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final int ALPHA_FLAG = 0x10;
    private static final int SIDE_BITS = 0x3fff;

    static WebpFrame of(RiffChunks chunks, Gate gate) {
        Optional<ByteView> lossless = chunks.find(LOSSLESS);
        if (lossless.isPresent()) {
            return new WebpFrame(losslessSize(lossless.get(), gate), LOSSLESS, lossless.get(), chunks);
        }
        ByteView lossy = chunks.find(LOSSY).orElseThrow(() -> gate.damaged("it holds no picture"));
        return new WebpFrame(lossySize(lossy, gate), LOSSY, lossy, chunks);
    }

    /** A signature byte, then width - 1 and height - 1 in 14 bits each. */
    private static ImageSize losslessSize(ByteView content, Gate gate) {
        if (content.u8(0) != 0x2f) {
            throw gate.damaged("its picture has no beginning");
        }
        long sides = content.u32le(1);
        return gate.admit((sides & SIDE_BITS) + 1, (sides >> 14 & SIDE_BITS) + 1);
    }

    /** Three bytes of flags, three of a start code, then width and height in 14 bits each (RFC 6386, section 9.1). */
    private static ImageSize lossySize(ByteView content, Gate gate) {
        if (!content.has(3, "\u009d\u0001*") || (content.u8(0) & 1) != 0) {
            throw gate.damaged("its picture has no beginning");
        }
        return gate.admit(content.u16le(6) & SIDE_BITS, content.u16le(8) & SIDE_BITS);
    }

    /** A WebP file that holds this picture and nothing else. */
    List<ByteView> alone() {
        List<ByteView> parts = new ArrayList<>();
        alpha().ifPresent(found -> {
            append(parts, "VP8X", ByteView.of(extendedHeader()));
            append(parts, "ALPH", found);
        });
        append(parts, codec, content);
        int length = parts.stream().mapToInt(ByteView::length).sum();
        parts.add(0, ByteView.of(header("RIFF", NAME.length() + length)));
        parts.add(1, ByteView.of(NAME.getBytes(StandardCharsets.ISO_8859_1)));
        return parts;
    }

    /** Lossless pictures have theirs among the colours. */
    private Optional<ByteView> alpha() {
        return codec.equals(LOSSY) ? chunks.find("ALPH") : Optional.empty();
    }

    private byte[] extendedHeader() {
        int width = size.width() - 1;
        int height = size.height() - 1;
        return new byte[] {
            ALPHA_FLAG,
            0,
            0,
            0,
            (byte) width,
            (byte) (width >> 8),
            (byte) (width >> 16),
            (byte) height,
            (byte) (height >> 8),
            (byte) (height >> 16)
        };
    }

    private static void append(List<ByteView> parts, String name, ByteView content) {
        parts.add(ByteView.of(header(name, content.length())));
        parts.add(content);
        if (content.length() % 2 != 0) {
            parts.add(PADDING);
        }
    }

    private static byte[] header(String name, int length) {
        return ByteBuffer.allocate(name.length() + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(length)
                .array();
    }
}
