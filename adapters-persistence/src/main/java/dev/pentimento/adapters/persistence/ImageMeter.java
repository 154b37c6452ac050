package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Passes bytes on, and tells of which image they were. Holds no more of them than the first few. */
final class ImageMeter extends OutputStream {
    /** As many bytes as it takes to tell one format from the other. */
    private static final int HEAD = 16;

    private final OutputStream target;
    private final MessageDigest sha256 = sha256();
    private final byte[] head = new byte[HEAD];
    private long length;

    ImageMeter(OutputStream target) {
        this.target = target;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        target.write(bytes, from, count);
        sha256.update(bytes, from, count);
        if (length < HEAD) {
            System.arraycopy(bytes, from, head, (int) length, Math.min(count, HEAD - (int) length));
        }
        length += count;
    }

    /** What has gone through; empty when it is no image. To be asked once, at the end. */
    Optional<HeldImage> image() {
        ImageDigest digest = new ImageDigest(HexFormat.of().formatHex(sha256.digest()));
        return MediaType.sniff(Arrays.copyOf(head, (int) Math.min(length, HEAD)))
                .map(type -> new HeldImage(digest, type, length));
    }
}
