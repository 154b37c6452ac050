package dev.pentimento.ports.spi;

import java.util.Arrays;

/** A secret by which a server knows again what it handed out. Compares by content, and keeps itself hidden. */
public final class SigningKey {
    /** Fewer bytes than this can be guessed. */
    public static final int MIN_BYTES = 32;

    private final byte[] bytes;

    public SigningKey(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "A signing key needs at least %d bytes but has %d".formatted(MIN_BYTES, bytes.length));
        }
        this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SigningKey[********]";
    }
}
