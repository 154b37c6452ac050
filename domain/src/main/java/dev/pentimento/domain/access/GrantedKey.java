package dev.pentimento.domain.access;

import dev.pentimento.domain.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an {@link ApiKey}.
 *
 * @param name as {@link ApiKey#name}
 * @param owner who it stands for
 * @param label what it is for, in its owner's words; may be empty
 * @param hash as {@link ApiKey#hash}
 * @param revokedAt null while it is valid
 */
public record GrantedKey(
        String name,
        UserId owner,
        String label,
        String hash,
        Instant createdAt,
        @Nullable Instant revokedAt) {
    public static GrantedKey of(ApiKey key, UserId owner, String label, Instant now) {
        return new GrantedKey(key.name(), owner, label.strip(), key.hash(), now, null);
    }

    public boolean isValid() {
        return revokedAt == null;
    }

    public GrantedKey revoked(Instant now) {
        return new GrantedKey(name, owner, label, hash, createdAt, revokedAt == null ? now : revokedAt);
    }
}
