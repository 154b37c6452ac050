package dev.pentimento.adapters.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a file that speak about it.
 *
 * @param packet XMP as it stands there; null if there is none that we would read
 * @param contentCredentials whether there is a C2PA manifest
 */
record FileBlocks(@Nullable String packet, boolean contentCredentials) {

    /** Strictly UTF-8; empty if it is something else, or too long. */
    static Optional<String> packet(ByteView utf8) {
        if (utf8.length() > XmpPacket.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(utf8.buffer()).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** Inflates no further than to the limit. */
    static Optional<String> packedPacket(ByteView deflated) {
        try (InflaterInputStream input = new InflaterInputStream(new ByteArrayInputStream(deflated.toArray()))) {
            return packet(ByteView.of(input.readNBytes(XmpPacket.MAX_BYTES + 1)));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }
}
