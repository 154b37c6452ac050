package dev.pentimento.adapters.imaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The chunks of a PNG that decide about its pixels; all others are passed over. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CRC = 4;

    private final Map<String, ByteView> once = new HashMap<>();
    private final List<ByteView> pixels = new ArrayList<>();
    private final PngHeader header;

    private PngChunks(PngHeader header) {
        this.header = header;
    }

    /** Reads up to the end chunk; what follows it is not part of the picture. */
    static PngChunks of(ByteView file, Gate gate) {
        if (!file.has(SIGNATURE, "\0\0\0\15IHDR")) {
            throw gate.damaged("it does not begin with its header");
        }
        PngHeader header = PngHeader.of(file.slice(SIGNATURE + LENGTH_AND_TYPE, PngHeader.LENGTH), gate);
        PngChunks chunks = new PngChunks(header);
        int at = SIGNATURE;
        while (!chunks.once.containsKey("IEND")) {
            gate.passPart();
            at = chunks.add(file, at, gate);
        }
        return chunks;
    }

    private int add(ByteView file, int at, Gate gate) {
        long end = at + LENGTH_AND_TYPE + (at > file.length() - LENGTH_AND_TYPE ? 0 : file.u32be(at)) + CRC;
        if (end > file.length()) {
            throw gate.damaged("it ends early, after %d bytes".formatted(file.length()));
        }
        String type = file.latin1(at + 4, 4);
        ByteView content = file.slice(at + LENGTH_AND_TYPE, file.u32be(at));
        if (isIntact(file.slice(at + 4, content.length() + 4L), file.u32be((int) end - CRC))) {
            keep(type, content, gate);
        } else if (isCritical(type)) {
            throw gate.damaged("the checksum of its %s chunk is wrong".formatted(printable(type)));
        }
        return (int) end;
    }

    private void keep(String type, ByteView content, Gate gate) {
        switch (type) {
            case "IDAT" -> pixels.add(content);
            case "IHDR", "PLTE", "tRNS", "iCCP", "eXIf", "IEND" -> once.putIfAbsent(type, content);
            default -> {
                if (isCritical(type)) {
                    throw gate.unsupported("the non-standard chunk " + printable(type));
                }
            }
        }
    }

    private static boolean isIntact(ByteView typeAndContent, long checksum) {
        CRC32 crc = new CRC32();
        crc.update(typeAndContent.buffer());
        return crc.getValue() == checksum;
    }

    /** By the case of its first letter, as the format has it. */
    private static boolean isCritical(String type) {
        return (type.charAt(0) & 0x20) == 0;
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z]", "?");
    }

    PngHeader header() {
        return header;
    }

    Optional<ByteView> palette() {
        return Optional.ofNullable(once.get("PLTE"));
    }

    Optional<ByteView> transparency() {
        return Optional.ofNullable(once.get("tRNS"));
    }

    Optional<ByteView> profile() {
        return Optional.ofNullable(once.get("iCCP"));
    }

    Optional<ByteView> exif() {
        return Optional.ofNullable(once.get("eXIf"));
    }

    /** The parts of one zlib stream. */
    List<ByteView> pixels() {
        return pixels;
    }
}
