package dev.pentimento.domain.image;

import java.util.Arrays;
import java.util.Optional;

/** An image file in memory: its bytes and the format they are in. Immutable; compares by content. */
public final class EncodedImage {
    private final MediaType mediaType;
    private final byte[] bytes;

    private EncodedImage(MediaType mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** Recognises the format by the first bytes; empty when it is none of ours. */
    public static Optional<EncodedImage> sniff(byte[] bytes) {
        return MediaType.sniff(bytes).map(type -> new EncodedImage(type, bytes.clone()));
    }

    /** As {@link #sniff}, for bytes that are known to be an image. */
    public static EncodedImage of(byte[] bytes) {
        return sniff(bytes)
                .orElseThrow(() -> new IllegalArgumentException(
                        "These %d bytes are not a PNG, JPEG, WebP or GIF image".formatted(bytes.length)));
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** A copy of the file's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Length of the file in bytes. */
    public int length() {
        return bytes.length;
    }

    public ImageDigest digest() {
        return ImageDigest.of(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedImage that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "EncodedImage[%s, %d bytes]".formatted(mediaType.mime(), bytes.length);
    }
}
