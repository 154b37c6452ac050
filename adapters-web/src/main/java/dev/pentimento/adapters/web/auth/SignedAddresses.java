package dev.pentimento.adapters.web.auth;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.ports.spi.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of images that say themselves until when they may be used: HMAC-SHA-256 over the version and the moment. Asked for again within a short
 * while, an image has the same address, so that who has it already need not fetch it again.
 */
public final class SignedAddresses {
    /** Of an image: its version's id, and {@code .png}. */
    public static final String PATH = "/api/images/";

    private static final Pattern FILE = Pattern.compile("([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.png");
    private static final String ALGORITHM = "HmacSHA256";

    /** The part of its life during which an address stays the same. */
    private static final int PARTS = 24;

    private final SecretKeySpec key;
    private final Duration life;
    private final InstantSource clock;

    /** @param life how long an address stays valid, at least */
    public SignedAddresses(SigningKey key, Duration life, InstantSource clock) {
        this.key = new SecretKeySpec(key.bytes(), ALGORITHM);
        this.life = life;
        this.clock = clock;
    }

    /** Without a signature: for those who may see the image anyway, and for logs. */
    public static String path(VersionId version) {
        return PATH + version + ".png";
    }

    public String of(VersionId version, String base) {
        long step = Math.max(1, life.toSeconds() / PARTS);
        long expires = (clock.instant().getEpochSecond() / step + 1) * step + life.toSeconds();
        return "%s%s?expires=%d&signature=%s".formatted(base, path(version), expires, signature(version, expires));
    }

    /** The version of a file of this kind; empty if it is none. */
    public static Optional<VersionId> version(String file) {
        Matcher name = FILE.matcher(file);
        return name.matches() ? Optional.of(new VersionId(UUID.fromString(name.group(1)))) : Optional.empty();
    }

    /**
     * How long the address of a version may still be used; empty if it may not be.
     *
     * @param expires and {@code signature} as in the address
     */
    public Optional<Duration> left(VersionId version, String expires, String signature) {
        if (!expires.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        long end = Long.parseLong(expires);
        byte[] right = signature(version, end).getBytes(StandardCharsets.US_ASCII);
        boolean ours = MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(end));
        return ours && !left.isNegative() && !left.isZero() ? Optional.of(left) : Optional.empty();
    }

    private String signature(VersionId version, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] tag = mac.doFinal(("image\n" + version + "\n" + expires).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must provide " + ALGORITHM, e);
        }
    }
}
