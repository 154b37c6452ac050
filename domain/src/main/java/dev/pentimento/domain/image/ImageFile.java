package dev.pentimento.domain.image;

import java.util.Arrays;

/** A file as somebody handed it to us: a name and bytes that may or may not be an image. Immutable; compares by content. */
public final class ImageFile {
    private final String name;
    private final byte[] bytes;

    /** Copies {@code bytes}. */
    public ImageFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** As the user knows it, without folders; for messages and lists, never as a path. */
    public String name() {
        return name;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In bytes. */
    public int length() {
        return bytes.length;
    }

    public ImageDigest digest() {
        return ImageDigest.of(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageFile that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ImageFile[%s, %d bytes]".formatted(name, bytes.length);
    }
}
