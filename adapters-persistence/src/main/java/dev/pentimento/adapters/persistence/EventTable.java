package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

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
    Optional<List<RecordedEvent>> append(JobId job, List<JobEvent> events, Instant at) {
        return last(job).map(last -> {
            List<RecordedEvent> recorded = new ArrayList<>();
            for (JobEvent event : events) {
                int place = recorded.size() + 1;
                recorded.add(new RecordedEvent(last.ofJob + place, last.ofConcept + place, last.concept, at, event));
            }
            insert(recorded);
            return recorded;
        });
    }

    /** The numbers that the last events have, 0 = there is none. */
    private record Last(ConceptId concept, long ofJob, long ofConcept) {}

    private Optional<Last> last(JobId job) {
        return handle.createQuery("""
                        select concept,
                            (select max(of_job) from events where job = j.id) as of_job,
                            (select max(of_concept) from events where concept = j.concept) as of_concept
                        from jobs j where id = :job""")
                .bind("job", job.toString())
                .map((row, context) -> new Last(
                        ConceptId.parse(row.getString("concept")), row.getLong("of_job"), row.getLong("of_concept")))
                .findOne();
    }

    private void insert(List<RecordedEvent> events) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into events (job, of_job, concept, of_concept, at, stage, kind, progress, message, image)
                values (:job, :ofJob, :concept, :ofConcept, :at, :stage, :kind, :progress, :message, :image)""");
        events.forEach(event -> bind(batch, event).add());
        batch.execute();
    }

    private static PreparedBatch bind(PreparedBatch batch, RecordedEvent recorded) {
        JobEvent event = recorded.event();
        ImageDigest image = event.image();
        return batch.bind("job", event.job().toString())
                .bind("ofJob", recorded.ofJob())
                .bind("concept", recorded.concept().toString())
                .bind("ofConcept", recorded.ofConcept())
                .bind("at", recorded.at().toString())
                .bind("stage", event.stage())
                .bind("kind", event.kind().name().toLowerCase(Locale.ROOT))
                .bind("progress", event.progress())
                .bind("message", event.message())
                .bind("image", image == null ? null : image.hex());
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
        return new RecordedEvent(
                row.getLong("of_job"),
                row.getLong("of_concept"),
                ConceptId.parse(row.getString("concept")),
                Instant.parse(row.getString("at")),
                event);
    }
}
