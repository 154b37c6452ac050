package dev.pentimento.domain.access;

import dev.pentimento.domain.ledger.RequestHash;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A secret that stands for a user: {@code pnt_}, 160 bits as 32 characters, and 6 characters that show a typing error. Whoever has it is that user, so
 * it is shown once and kept only as its hash, which needs no salt as nobody can guess 160 bits.
 */
public final class ApiKey {
    /** Random bytes of a key. */
    public static final int RANDOM_BYTES = 20;

    private static final String BEGINNING = "pnt_";
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;
    private static final int SECRET_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int SHOWN_LENGTH = 8;

    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /** @param random {@value #RANDOM_BYTES} bytes that nobody can predict */
    public static ApiKey of(byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException(
                    "A key is made of %d random bytes but got %d".formatted(RANDOM_BYTES, random.length));
        }
        return new ApiKey(base32(random, SECRET_LENGTH));
    }

    /** Empty if the text is not a key, or one with a typing error. */
    public static Optional<ApiKey> read(String text) {
        String key = text.strip().toLowerCase(Locale.ROOT);
        if (!key.matches(BEGINNING + "[a-z2-7]{" + (SECRET_LENGTH + CHECKSUM_LENGTH) + "}")) {
            return Optional.empty();
        }
        int end = BEGINNING.length() + SECRET_LENGTH;
        String secret = key.substring(BEGINNING.length(), end);
        return checksum(secret).equals(key.substring(end)) ? Optional.of(new ApiKey(secret)) : Optional.empty();
    }

    /** The whole key, for its owner's eyes. */
    public String reveal() {
        return BEGINNING + secret + checksum(secret);
    }

    /** The beginning, by which people tell keys apart. */
    public String name() {
        return BEGINNING + secret.substring(0, SHOWN_LENGTH);
    }

    /** SHA-256, as 64 lower-case hex digits. */
    public String hash() {
        return RequestHash.of(List.of("key", secret)).hex();
    }

    private static String checksum(String secret) {
        byte[] hash = HexFormat.of()
                .parseHex(RequestHash.of(List.of("checksum", secret)).hex());
        return base32(hash, CHECKSUM_LENGTH);
    }

    /** Five bits a character, the highest ones first. */
    private static String base32(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; text.length() < length; bit += BITS) {
            int value = 0;
            for (int next = bit; next < bit + BITS; next++) {
                value = value << 1 | (bytes[next / 8] >> (7 - next % 8) & 1);
            }
            text.append(DIGITS.charAt(value));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey that && secret.equals(that.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return name() + "...";
    }
}
