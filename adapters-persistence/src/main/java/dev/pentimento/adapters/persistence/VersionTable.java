package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code versions} and {@code version_parents} within one transaction. */
final class VersionTable {
    /** A version with its parents in one column, so that any number of versions is read by one query. */
    private static final String SELECT = """
            select v.*, (
                select group_concat(p.parent, ' ' order by p.position) from version_parents p
                where p.concept = v.concept and p.version = v.id
            ) as parents
            from versions v
            """;

    /** A cross join keeps SQLite from going through all that the owner has instead of using the index on versions. */
    private static final String OF_OWNER = SELECT + "cross join concepts c on c.id = v.concept and c.owner = :owner ";

    private static final String NEWEST_FIRST = " order by v.sequence desc";

    private final Handle handle;
    private final RowMapper<Version> mapper;

    VersionTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Version", "id", trouble, VersionTable::read);
    }

    Optional<Version> find(VersionId id) {
        return handle.createQuery(SELECT + "where v.id = :id")
                .bind("id", id.toString())
                .map(mapper)
                .findOne();
    }

    boolean contains(ConceptId concept, VersionId id) {
        return handle.createQuery("select 1 from versions where id = :id and concept = :concept")
                .bind("id", id.toString())
                .bind("concept", concept.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    List<Version> of(ConceptId concept) {
        return handle.createQuery(SELECT + "where v.concept = :concept order by v.sequence")
                .bind("concept", concept.toString())
                .map(mapper)
                .list();
    }

    List<Version> holding(UserId owner, ImageDigest digest) {
        return handle.createQuery(OF_OWNER + "where v.digest = :digest or v.file_digest = :digest" + NEWEST_FIRST)
                .bind("owner", owner.value())
                .bind("digest", digest.hex())
                .map(mapper)
                .list();
    }

    List<Version> startingWith(UserId owner, String prefix) {
        return handle.createQuery(OF_OWNER + "where v.id >= :from and v.id < :to" + NEWEST_FIRST)
                .bind("owner", owner.value())
                .bind("from", prefix)
                .bind("to", prefix + Batch.AFTER_EVERY_DIGIT)
                .map(mapper)
                .list();
    }

    List<Version> named(Collection<VersionId> ids) {
        return handle.createQuery(SELECT + "where v.id in (select value from json_each(:ids))")
                .bind("ids", Batch.ids(ids))
                .map(mapper)
                .list();
    }

    /** The first whose id was taken; empty when all were added. */
    Optional<Version> add(List<Version> versions) {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Optional<Version> refused = Batch.refused(versions, insert(versions));
        if (refused.isEmpty() && !versions.stream().allMatch(Version::isOriginal)) {
            insertParents(versions);
        }
        return refused;
    }

    private int[] insert(List<Version> versions) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into versions (id, concept, digest, media_type, width, height, length, origin, created_at)
                values (:id, :concept, :digest, :mediaType, :width, :height, :length, :origin, :createdAt)
                on conflict (id) do nothing""");
        for (Version version : versions) {
            Image image = version.image();
            batch.bind("id", version.id().toString())
                    .bind("concept", version.concept().toString())
                    .bind("digest", image.digest().hex())
                    .bind("mediaType", image.mediaType().mime())
                    .bind("width", image.size().width())
                    .bind("height", image.size().height())
                    .bind("length", image.length())
                    .bind("origin", StoredOrigin.write(version.origin()).toString())
                    .bind("createdAt", version.createdAt().toString())
                    .add();
        }
        return batch.execute();
    }

    private void insertParents(List<Version> versions) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into version_parents (concept, version, position, parent)
                values (:concept, :version, :position, :parent)""");
        for (Version version : versions) {
            for (int i = 0; i < version.parents().size(); i++) {
                batch.bind("concept", version.concept().toString())
                        .bind("version", version.id().toString())
                        .bind("position", i)
                        .bind("parent", version.parents().get(i).toString())
                        .add();
            }
        }
        batch.execute();
    }

    private static Version read(ResultSet row) throws SQLException {
        Image image = new Image(
                new ImageDigest(row.getString("digest")),
                MediaType.ofMime(row.getString("media_type")),
                new ImageSize(row.getInt("width"), row.getInt("height")),
                row.getLong("length"));
        return new Version(
                VersionId.parse(row.getString("id")),
                ConceptId.parse(row.getString("concept")),
                image,
                parents(row.getString("parents")),
                StoredOrigin.read(Document.parse(row.getString("origin"))),
                Instant.parse(row.getString("created_at")));
    }

    private static List<VersionId> parents(@Nullable String ids) {
        return ids == null
                ? List.of()
                : Stream.of(ids.split(" ")).map(VersionId::parse).toList();
    }
}
