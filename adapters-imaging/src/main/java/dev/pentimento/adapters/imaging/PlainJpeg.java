package dev.pentimento.adapters.imaging;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Takes everything but the pixels out of a JPEG that is upright and in sRGB, grey or coloured. Others have to be written anew. */
final class PlainJpeg {
    private PlainJpeg() {}

    static Optional<byte[]> of(ByteView file, Gate gate) {
        JpegSegments segments = JpegSegments.of(file, gate);
        JpegFrame.Colour colour = segments.colour();
        boolean plain = (colour == JpegFrame.Colour.GREY || colour == JpegFrame.Colour.YCC)
                && segments.orientation() == Orientation.UPRIGHT
                && segments.profile().isEmpty();
        return plain ? Optional.of(joined(new JpegPixels(segments, gate).plainFile())) : Optional.empty();
    }

    private static byte[] joined(List<ByteView> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        parts.forEach(part -> file.writeBytes(part.toArray()));
        return file.toByteArray();
    }
}
