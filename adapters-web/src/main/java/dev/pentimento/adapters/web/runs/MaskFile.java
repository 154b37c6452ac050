package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import java.nio.ByteBuffer;

/** A mask painted as a picture, looked at before anything else is done with it. */
final class MaskFile {
    private static final long MAX_BYTES = 4L << 20;

    /** Where a PNG has its width, see the W3C's PNG Specification, 11.2.1. */
    private static final int WIDTH_AT = 16;

    private static final int HEADER = 24;

    private MaskFile() {}

    /** @throws Refusal with 400 if it is too large, no PNG, or of another size than the base */
    static ImageFile read(Upload upload, ImageSize base) {
        if (upload.size() > MAX_BYTES) {
            throw refused("The mask has %d bytes; send at most %d".formatted(upload.size(), MAX_BYTES));
        }
        byte[] bytes = upload.bytes();
        if (bytes.length < HEADER
                || MediaType.sniff(bytes).filter(MediaType.PNG::equals).isEmpty()) {
            throw refused("The mask must be a PNG image");
        }
        int width = ByteBuffer.wrap(bytes).getInt(WIDTH_AT);
        int height = ByteBuffer.wrap(bytes).getInt(WIDTH_AT + Integer.BYTES);
        if (width != base.width() || height != base.height()) {
            throw refused("The mask is %dx%d px but the base image is %s px; send a mask of the same size"
                    .formatted(width, height, base));
        }
        return new ImageFile(upload.fileName(), bytes);
    }

    private static Refusal refused(String message) {
        return RefineFaults.mask(message).refusal();
    }
}
