package dev.pentimento.adapters.imaging;

import java.util.Optional;

/** Makes files that hold pixels and nothing else: by leaving out what is not needed, or else by writing the pixels anew. */
final class BareImage {
    private BareImage() {}

    /** Empty if leaving out is not enough. */
    static Optional<byte[]> of(ByteView file, Gate gate) {
        return switch (gate.format()) {
            case PNG -> PlainPng.of(file, gate);
            case JPEG -> PlainJpeg.of(file, gate);
            case WEBP, GIF -> Optional.empty();
        };
    }
}
