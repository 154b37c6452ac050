package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import java.util.Optional;

/**
 * What of a WebP file decides about the picture.
 *
 * @param left of the frame on the canvas, as {@code top}; both are 0 unless the file is an animation
 */
record WebpPicture(ImageSize canvas, WebpFrame frame, int left, int top, RiffChunks chunks) {
    private static final int RIFF_HEADER = 8;
    private static final int CHUNKS = 12;
    private static final int FRAME_HEADER = 16;

    static WebpPicture of(ByteView file, Gate gate) {
        long end = RIFF_HEADER + file.u32le(4);
        if (end > file.length()) {
            throw gate.damaged("it ends early, after %d of %d bytes".formatted(file.length(), end));
        }
        RiffChunks chunks = RiffChunks.of(file.slice(CHUNKS, end - CHUNKS), gate);
        Optional<ImageSize> canvas = chunks.find("VP8X").map(header -> sizeAt(header, 4, gate));
        Optional<ByteView> animated = chunks.find("ANMF");
        return canvas.isPresent() && animated.isPresent()
                ? firstOf(animated.get(), canvas.get(), chunks, gate)
                : still(chunks, gate);
    }

    private static WebpPicture still(RiffChunks chunks, Gate gate) {
        WebpFrame frame = WebpFrame.of(chunks, gate);
        return new WebpPicture(frame.size(), frame, 0, 0, chunks);
    }

    private static WebpPicture firstOf(ByteView animated, ImageSize canvas, RiffChunks chunks, Gate gate) {
        WebpFrame frame = WebpFrame.of(RiffChunks.of(animated.from(FRAME_HEADER), gate), gate);
        int left = 2 * animated.u24le(0);
        int top = 2 * animated.u24le(3);
        if (left + frame.size().width() > canvas.width() || top + frame.size().height() > canvas.height()) {
            throw gate.damaged("its first frame lies outside its canvas");
        }
        return new WebpPicture(canvas, frame, left, top, chunks);
    }

    private static ImageSize sizeAt(ByteView header, int at, Gate gate) {
        return gate.admit(header.u24le(at) + 1L, header.u24le(at + 3) + 1L);
    }

    Optional<ByteView> profile() {
        return chunks.find("ICCP");
    }

    Optional<ByteView> exif() {
        return chunks.find("EXIF");
    }
}
