package dev.pentimento.domain.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The SHA-256 of everything a request asks for, as 64 lower-case hex digits. */
public record RequestHash(String hex) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public RequestHash {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("A request hash is 64 lower-case hex digits but was '" + hex + "'");
        }
    }

    /** Of everything that a request consists of, each part as text, in order. */
    public static RequestHash of(List<String> parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            update(digest, part.length() + ":");
            update(digest, part);
        }
        return new RequestHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** Two bytes a character (UTF-16 unit), the higher one first. */
    private static void update(MessageDigest digest, String text) {
        text.chars().forEach(character -> {
            digest.update((byte) (character >> 8));
            digest.update((byte) character);
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
