package dev.pentimento.architecture.broken.domain;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Breaks nothing: digests, arrays, switches on enums, addresses and annotated nulls are allowed. */
record Digesting(URI origin, List<Integer> sizes) {
    enum Corner {
        LEFT,
        RIGHT
    }

    byte[] digest(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes.clone());
    }

    int[][] corners(Corner corner) {
        switch (corner) {
            case LEFT:
                return new int[][] {{0, 0}};
            default:
                return new int[][] {{1, 0}};
        }
    }

    @Nullable Integer largest() {
        return sizes.stream().max(Integer::compare).orElse(null);
    }
}
