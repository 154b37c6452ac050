package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.Making;
import dev.pentimento.domain.provenance.Provenance;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a PNG says about itself: XMP and C2PA are looked for; XMP and a few texts for simple programs are written. */
final class PngMetadata {
    private static final String TEXT = "iTXt";
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";
    private static final String C2PA = "caBX";

    private static final int DEFLATED = 1;

    private Optional<String> packet = Optional.empty();
    private boolean contentCredentials;

    private PngMetadata() {}

    static FileBlocks read(ByteView file) {
        PngMetadata metadata = new PngMetadata();
        PngChunk.walk(file, metadata::look);
        return new FileBlocks(metadata.packet.orElse(null), metadata.contentCredentials);
    }

    private boolean look(PngChunk chunk) {
        if (chunk.type().equals(C2PA)) {
            contentCredentials = true;
        } else if (chunk.type().equals(TEXT) && packet.isEmpty()) {
            packet = xmp(chunk.content());
        }
        return true;
    }

    /** After the keyword: whether it is deflated, how (0), a language and a translated keyword, each ended by a zero, and the text. */
    private static Optional<String> xmp(ByteView content) {
        if (!content.has(0, XMP_KEYWORD + "\0") || content.length() < XMP_KEYWORD.length() + 5) {
            return Optional.empty();
        }
        int flag = XMP_KEYWORD.length() + 1;
        int text = afterZero(content, afterZero(content, flag + 2));
        boolean deflated = content.u8(flag) == DEFLATED;
        return deflated ? FileBlocks.packedPacket(content.from(text)) : FileBlocks.packet(content.from(text));
    }

    private static int afterZero(ByteView content, int from) {
        int at = from;
        while (at < content.length() && content.u8(at) != 0) {
            at++;
        }
        return Math.min(content.length(), at + 1);
    }

    /** @param bare a PNG without any of this */
    static byte[] write(ByteView bare, Provenance provenance) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(bare.length() + 8192);
        file.writeBytes(bare.slice(0, PngChunk.SIGNATURE).toArray());
        boolean[] written = {false};
        PngChunk.walk(bare, chunk -> {
            if (chunk.type().equals("IDAT") && !written[0]) {
                file.writeBytes(texts(provenance));
                written[0] = true;
            }
            file.writeBytes(chunk.whole().toArray());
            return true;
        });
        return file.toByteArray();
    }

    /** The keywords are those of the PNG specification, where it has one. */
    private static byte[] texts(Provenance provenance) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        texts.writeBytes(text(XMP_KEYWORD, XmpPacket.of(provenance, XmpPacket.MAX_BYTES)));
        texts.writeBytes(text("Software", "Pentimento"));
        if (provenance.last().making() != Making.IMPORTED) {
            texts.writeBytes(text("Description", provenance.last().instruction()));
        }
        texts.writeBytes(text(
                "Source",
                "Version %s (%s) of concept %s"
                        .formatted(provenance.label(), provenance.version(), provenance.concept())));
        DigitalSourceType type = provenance.sourceType();
        if (type != null) {
            texts.writeBytes(text("Digital Source Type", type.uri()));
        }
        return texts.toByteArray();
    }

    private static byte[] text(String keyword, String text) {
        return text(keyword, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] text(String keyword, byte[] utf8) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        content.writeBytes(new byte[] {0, 0, 0, 0, 0});
        content.writeBytes(utf8);
        return PngChunk.bytes(TEXT, content.toByteArray());
    }
}
