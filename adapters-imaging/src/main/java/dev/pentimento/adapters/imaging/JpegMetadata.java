package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.provenance.Provenance;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a JPEG says about itself, in the segments before its first scan. */
final class JpegMetadata {
    private static final int START_OF_SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP11 = 0xeb;

    private static final String XMP_PREFIX = "http://ns.adobe.com/xap/1.0/\0";

    /** A segment's length has two bytes and counts them. */
    private static final int MAX_PACKET = 0xffff - 2 - XMP_PREFIX.length();

    /** JUMBF in a segment: two letters, two and four bytes of numbers, and then the box: its length and its name. */
    private static final int BOX_NAME = 12;

    private static final String C2PA = "c2pa";
    /** The box of C2PA begins with its description, which names it. */
    private static final int C2PA_WITHIN = 64;

    private Optional<String> packet = Optional.empty();
    private boolean contentCredentials;

    private JpegMetadata() {}

    static FileBlocks read(ByteView file) {
        JpegMetadata metadata = new JpegMetadata();
        int at = 2;
        while (at + 4 <= file.length() && file.u8(at) == 0xff && file.u8(at + 1) != START_OF_SCAN) {
            at = metadata.look(file, at);
        }
        return new FileBlocks(metadata.packet.orElse(null), metadata.contentCredentials);
    }

    /** The position after the segment, or after a byte that fills. */
    private int look(ByteView file, int at) {
        int marker = file.u8(at + 1);
        if (marker == 0xff) {
            return at + 1;
        }
        int end = at + 2 + file.u16be(at + 2);
        if (end < at + 4 || end > file.length()) {
            return file.length();
        }
        look(marker, file.slice(at + 4L, end - at - 4L));
        return end;
    }

    private void look(int marker, ByteView content) {
        if (marker == APP1 && packet.isEmpty() && content.has(0, XMP_PREFIX)) {
            packet = FileBlocks.packet(content.from(XMP_PREFIX.length()));
        } else if (marker == APP11 && content.has(0, "JP") && content.has(BOX_NAME, "jumb")) {
            contentCredentials |=
                    content.latin1(0, Math.min(content.length(), C2PA_WITHIN)).contains(C2PA);
        }
    }

    /** @param bare a JPEG without any of this; a JFIF segment stays in front, as its specification wants it */
    static byte[] write(ByteView bare, Provenance provenance) {
        byte[] packet = XmpPacket.of(provenance, MAX_PACKET);
        int start = bare.u8(3) == APP0 ? 4 + bare.u16be(4) : 2;
        ByteArrayOutputStream file = new ByteArrayOutputStream(bare.length() + packet.length + 64);
        file.writeBytes(bare.slice(0, start).toArray());
        file.writeBytes(segment(APP1, XMP_PREFIX.getBytes(StandardCharsets.ISO_8859_1), packet));
        file.writeBytes(bare.from(start).toArray());
        return file.toByteArray();
    }

    private static byte[] segment(int marker, byte[] prefix, byte[] content) {
        int length = 2 + prefix.length + content.length;
        return ByteBuffer.allocate(2 + length)
                .putShort((short) (0xff00 | marker))
                .putShort((short) length)
                .put(prefix)
                .put(content)
                .array();
    }
}
