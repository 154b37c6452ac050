package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code events} within one transaction. */
final class EventTable {
    private final Handle handle;
    private final RowMapper<RecordedEvent> mapper;

    EventTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Event of job", "job", trouble, EventTable::read);
    }

    List<RecordedEvent> of(JobId job, long after, int limit) {
        return handle.createQuery(
                        "select * from events where job = :job and of_job > :after order by of_job limit :limit")
                .bind("job", job.toString())
                .bind("after", after)
                .bind("limit", limit)
                .map(mapper)
                .list();
    }

    List<RecordedEvent> of(ConceptId concept, long after, int limit) {
        return handle.createQuery("""
                        select * from events where concept = :concept and of_concept > :after
                        order by of_concept limit :limit""")
                .bind("concept", concept.toString())
                .bind("after", after)
                .bind("limit", limit)
                .map(mapper)
                .list();
    }

    Optional<RecordedEvent> lastOf(JobId job) {
        return handle.createQuery("select * from events where job = :job order by of_job desc limit 1")
                .bind("job", job.toString())
                .map(mapper)
                .findOne();
    }

    /** Empty if the job is not there. */
    Optional<RecordedEvent> append(JobEvent event, Instant at) {
        ImageDigest image = event.image();
        return handle.createQuery("""
                        insert into events (job, of_job, concept, of_concept, at, stage, kind, progress, message, image)
                        select j.id, 1 + coalesce((select max(of_job) from events where job = j.id), 0),
                               j.concept, 1 + coalesce((select max(of_concept) from events where concept = j.concept), 0),
                               :at, :stage, :kind, :progress, :message, :image
                        from jobs j where j.id = :job
                        returning concept, of_job, of_concept""")
                .bind("job", event.job().toString())
                .bind("at", at.toString())
                .bind("stage", event.stage())
                .bind("kind", event.kind().name().toLowerCase(Locale.ROOT))
                .bind("progress", event.progress())
                .bind("message", event.message())
                .bind("image", image == null ? null : image.hex())
                .map((row, context) -> recorded(row, at, event))
                .findOne();
    }

    private static RecordedEvent recorded(ResultSet row, Instant at, JobEvent event) throws SQLException {
        return new RecordedEvent(
                row.getLong("of_job"), row.getLong("of_concept"), ConceptId.parse(row.getString("concept")), at, event);
    }

    private static RecordedEvent read(ResultSet row) throws SQLException {
        String image = row.getString("image");
        JobEvent event = new JobEvent(
                JobId.parse(row.getString("job")),
                row.getString("stage"),
                JobEvent.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getDouble("progress"),
                row.getString("message"),
                image == null ? null : new ImageDigest(image));
        return recorded(row, Instant.parse(row.getString("at")), event);
    }
}
