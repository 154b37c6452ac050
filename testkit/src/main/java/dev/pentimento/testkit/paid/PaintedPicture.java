package dev.pentimento.testkit.paid;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.testkit.EditorPictures;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Patches of colour, different for every seed. */
final class PaintedPicture {
    private static final int PATCHES = 4;
    private static final int OPAQUE = 0xff << 24;

    /** Where a PNG says how wide it is; the height follows. */
    private static final int PNG_WIDTH = 16;

    private PaintedPicture() {}

    static EncodedImage of(ImageSize size, long seed) {
        int[] colours = new SplittableRandom(seed)
                .ints(PATCHES * PATCHES)
                .map(colour -> OPAQUE | colour)
                .toArray();
        return EditorPictures.png(Raster.generate(
                size, (x, y) -> colours[PATCHES * (y * PATCHES / size.height()) + x * PATCHES / size.width()]));
    }

    /** @throws IllegalArgumentException if it is no PNG */
    static ImageSize sizeOfPng(byte[] png) {
        if (png.length < PNG_WIDTH + 8) {
            throw new IllegalArgumentException("%d bytes are no PNG".formatted(png.length));
        }
        ByteBuffer header = ByteBuffer.wrap(png);
        return new ImageSize(header.getInt(PNG_WIDTH), header.getInt(PNG_WIDTH + 4));
    }
}
