package dev.pentimento.testkit.wire;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.testkit.EditorPictures;
import java.util.Arrays;

/** A picture as it arrived, with the type that it was said to have. Immutable; compares by content. */
public final class Attachment {
    private final byte[] bytes;
    private final String mediaType;

    private Attachment(byte[] bytes, String mediaType) {
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    /** @param mediaType as it was written, such as {@code image/png} */
    public static Attachment of(byte[] bytes, String mediaType) {
        return new Attachment(bytes.clone(), mediaType);
    }

    /** What would be right for a picture. */
    static Attachment of(EncodedImage image) {
        return new Attachment(image.bytes(), image.mediaType().mime());
    }

    /** The pixels, for scripts that read masks. */
    public Raster raster() {
        return EditorPictures.raster(EncodedImage.of(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that && mediaType.equals(that.mediaType) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "%s of %d bytes (#%08x)".formatted(mediaType, bytes.length, Arrays.hashCode(bytes));
    }
}
