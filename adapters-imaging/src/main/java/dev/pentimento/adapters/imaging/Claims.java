package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.provenance.FileClaims;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Makes out what a file says about itself. Whatever is wrong with that is no harm to the picture, so nothing here fails. */
final class Claims {
    private Claims() {}

    static FileClaims of(ByteView file, Gate gate) {
        FileBlocks blocks = blocks(file, gate);
        Optional<XmpReading> reading = reading(blocks.packet());
        return new FileClaims(
                reading.flatMap(XmpReading::provenance).orElse(null),
                reading.flatMap(XmpReading::sourceType).orElse(null),
                blocks.contentCredentials());
    }

    private static FileBlocks blocks(ByteView file, Gate gate) {
        try {
            return switch (gate.format()) {
                case PNG -> PngMetadata.read(file);
                case JPEG -> JpegMetadata.read(file);
                case WEBP -> WebpMetadata.read(file, gate);
                case GIF -> new FileBlocks(null, false);
            };
        } catch (RuntimeException malformed) {
            return new FileBlocks(null, false);
        }
    }

    /** The XML reader of the JDK is known to answer some malformed packets with other exceptions than its own. */
    private static Optional<XmpReading> reading(@Nullable String packet) {
        if (packet == null) {
            return Optional.empty();
        }
        try {
            return XmpReading.of(XmpParser.parse(packet));
        } catch (XMLStreamException | RuntimeException malformed) {
            return Optional.empty();
        }
    }
}
