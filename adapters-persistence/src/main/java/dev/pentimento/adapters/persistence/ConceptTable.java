package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.out.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The table {@code concepts} within one transaction. */
final class ConceptTable {
    /** Questions asked by hand make nothing that there were to show. */
    private static final String SHOWN = """
            owner = :owner and (worked_on is not null
                or exists (select 1 from jobs
                    where concept = concepts.id and forgotten = 0 and json_extract(work, '$.type') <> 'ask'))""";

    /** As {@link dev.pentimento.domain.folder.ConceptFolder#statusOf} says: as the job it was made for, or completed. */
    private static final String STANDING = """
            instr(:statuses, ' ' || coalesce((
                select case when json_extract(work, '$.type') = 'generate'
                              or json_extract(work, '$.refinement.instruction') = concepts.prompt then status end
                from jobs where concept = concepts.id order by sequence limit 1), 'completed') || ' ') > 0""";

    private final Handle handle;
    private final RowMapper<Concept> mapper;

    ConceptTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Concept", "id", trouble, ConceptTable::read);
    }

    Optional<Concept> find(ConceptId id) {
        return handle.createQuery("select * from concepts where id = :id")
                .bind("id", id.toString())
                .map(mapper)
                .findOne();
    }

    boolean contains(ConceptId id) {
        return handle.createQuery("select 1 from concepts where id = :id")
                .bind("id", id.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    List<Concept> ownedBy(UserId owner) {
        return handle.createQuery("select * from concepts where owner = :owner order by sequence desc")
                .bind("owner", owner.value())
                .map(mapper)
                .list();
    }

    List<Concept> withVersions(UserId owner, Page page) {
        return handle.createQuery("""
                        select * from concepts where owner = :owner and worked_on is not null
                        order by sequence desc limit :limit offset :offset""")
                .bind("owner", owner.value())
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map(mapper)
                .list();
    }

    List<Concept> standing(UserId owner, Set<RunStatus> statuses, Page page) {
        return query(
                        "select * from concepts where %s order by sequence desc limit :limit offset :offset",
                        owner, statuses)
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map(mapper)
                .list();
    }

    int count(UserId owner, Set<RunStatus> statuses) {
        return query("select count(*) from concepts where %s", owner, statuses)
                .mapTo(Integer.class)
                .one();
    }

    /** Where they may stand anywhere, nobody looks where they do. */
    private Query query(String sql, UserId owner, Set<RunStatus> statuses) {
        if (statuses.size() == RunStatus.values().length) {
            return handle.createQuery(sql.formatted(SHOWN)).bind("owner", owner.value());
        }
        return handle.createQuery(sql.formatted(SHOWN + " and " + STANDING))
                .bind("owner", owner.value())
                .bind("statuses", words(statuses));
    }

    private static String words(Set<RunStatus> statuses) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> statuses.contains(RunStatus.of(status)))
                .map(JobStatus::label)
                .collect(Collectors.joining("  ", " ", " "));
    }

    List<ConceptId> ids() {
        return handle.createQuery("select id from concepts order by sequence")
                .mapTo(String.class)
                .map(ConceptId::parse)
                .list();
    }

    Optional<Concept> lastWorkedOn(UserId owner) {
        return handle.createQuery("""
                        select * from concepts
                        where owner = :owner and worked_on is not null
                        order by worked_on desc limit 1""").bind("owner", owner.value()).map(mapper).findOne();
    }

    /** Whether the id was free. */
    boolean add(Concept concept) {
        return handle.createUpdate("""
                        insert into concepts (id, owner, prompt, logo, theme, direction, created_at)
                        values (:id, :owner, :prompt, :logo, :theme, :direction, :createdAt)
                        on conflict (id) do nothing""")
                        .bind("id", concept.id().toString())
                        .bind("owner", concept.owner().value())
                        .bind("prompt", concept.brief().prompt())
                        .bind("logo", concept.brief().logo())
                        .bind("theme", concept.brief().theme())
                        .bind(
                                "direction",
                                StoredDirection.write(concept.brief().direction(), Document.empty())
                                        .toString())
                        .bind("createdAt", concept.createdAt().toString())
                        .execute()
                == 1;
    }

    /** Does nothing to a concept without versions: there is nothing yet to go on with. */
    void workOn(ConceptId id) {
        handle.createUpdate("""
                        update concepts
                        set worked_on = (
                            select coalesce(max(other.worked_on), 0) + 1 from concepts other
                            where other.owner = concepts.owner)
                        where id = :id and exists (select 1 from versions where concept = :id)""").bind("id", id.toString()).execute();
    }

    private static Concept read(ResultSet row) throws SQLException {
        return new Concept(
                ConceptId.parse(row.getString("id")),
                new UserId(row.getString("owner")),
                new Brief(
                        row.getString("prompt"),
                        row.getString("logo"),
                        row.getString("theme"),
                        StoredDirection.read(Document.parse(row.getString("direction")))),
                Instant.parse(row.getString("created_at")));
    }
}
