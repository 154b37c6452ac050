package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code api_keys} within one transaction. */
final class ApiKeyTable {
    private final Handle handle;
    private final RowMapper<GrantedKey> mapper;

    ApiKeyTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Key", "name", trouble, ApiKeyTable::read);
    }

    List<GrantedKey> all() {
        return handle.createQuery("select * from api_keys order by sequence")
                .map(mapper)
                .list();
    }

    Optional<GrantedKey> find(String hash) {
        return handle.createQuery("select * from api_keys where hash = :hash")
                .bind("hash", hash)
                .map(mapper)
                .findOne();
    }

    /** False if its name or its hash is taken. */
    boolean add(GrantedKey key) {
        return handle.createUpdate("""
                        insert into api_keys (name, owner, label, hash, created_at, revoked_at)
                        values (:name, :owner, :label, :hash, :createdAt, :revokedAt)
                        on conflict do nothing""")
                        .bind("name", key.name())
                        .bind("owner", key.owner().value())
                        .bind("label", key.label())
                        .bind("hash", key.hash())
                        .bind("createdAt", key.createdAt().toString())
                        .bind("revokedAt", Moment.text(key.revokedAt()))
                        .execute()
                == 1;
    }

    /** False if there is none of its name. */
    boolean replace(GrantedKey key) {
        return handle.createUpdate("update api_keys set revoked_at = :revokedAt where name = :name")
                        .bind("name", key.name())
                        .bind("revokedAt", Moment.text(key.revokedAt()))
                        .execute()
                == 1;
    }

    private static GrantedKey read(ResultSet row) throws SQLException {
        return new GrantedKey(
                row.getString("name"),
                new UserId(row.getString("owner")),
                row.getString("label"),
                row.getString("hash"),
                Instant.parse(row.getString("created_at")),
                Moment.read(row.getString("revoked_at")));
    }
}
