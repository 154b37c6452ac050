package dev.pentimento.domain.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of an image file's bytes, as 64 lower-case hex digits: the name under which the bytes are kept. */
public record ImageDigest(String hex) implements Comparable<ImageDigest> {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public ImageDigest {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("An image digest is 64 lower-case hex digits but was '" + hex + "'");
        }
    }

    static ImageDigest of(byte[] bytes) {
        return new ImageDigest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    /** In the order of the digits. */
    @Override
    public int compareTo(ImageDigest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
