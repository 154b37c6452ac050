package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.access.GrantedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a user.
 *
 * @param key the whole of it; only when it has just been made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyDocument(
        String name,
        @Nullable String key,
        String user,
        String label,
        String createdAt,
        @Nullable String revokedAt) {

    public static KeyDocument of(GrantedKey granted) {
        return of(granted, null);
    }

    /** With the key itself. */
    public static KeyDocument shown(GrantedKey granted, ApiKey key) {
        return of(granted, key.reveal());
    }

    private static KeyDocument of(GrantedKey granted, @Nullable String key) {
        return new KeyDocument(
                granted.name(),
                key,
                granted.owner().value(),
                granted.label(),
                granted.createdAt().toString(),
                granted.revokedAt() == null ? null : granted.revokedAt().toString());
    }

    /** All of them. */
    public record Keys(List<KeyDocument> keys) {}
}
