package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.WorkKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** The table {@code jobs} within one transaction. */
final class JobTable {
    private final Handle handle;
    private final RowMapper<Job> mapper;

    JobTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Job", "id", trouble, JobTable::read);
    }

    Optional<Job> find(JobId id) {
        return handle.createQuery("select * from jobs where id = :id")
                .bind("id", id.toString())
                .map(mapper)
                .findOne();
    }

    List<Job> of(ConceptId concept) {
        return handle.createQuery("select * from jobs where concept = :concept order by sequence")
                .bind("concept", concept.toString())
                .map(mapper)
                .list();
    }

    List<Job> latestOf(UserId owner, Set<WorkKind> kinds, Set<JobStatus> statuses, int limit) {
        return handle.createQuery("""
                        select * from jobs where owner = :owner and forgotten = 0 and %s
                            and instr(:kinds, ' ' || json_extract(work, '$.type') || ' ') > 0
                        order by sequence desc limit :limit""".formatted(there(statuses)))
                .bind("owner", owner.value())
                .bind("kinds", words(kinds, WorkKind::label))
                .bind("statuses", words(statuses, JobStatus::label))
                .bind("limit", limit)
                .map(mapper)
                .list();
    }

    private static <T> String words(Set<T> set, Function<T, String> word) {
        return set.stream().map(word).collect(Collectors.joining("  ", " ", " "));
    }

    /** Those of one status are found by an index; a few of several come by soon enough. */
    private static String there(Set<JobStatus> statuses) {
        return statuses.size() == 1 ? "status = trim(:statuses)" : "instr(:statuses, ' ' || status || ' ') > 0";
    }

    Map<JobStatus, Long> byStatus() {
        return handle.createQuery("select status, count(*) as jobs from jobs group by status")
                .map((row, context) -> Map.entry(
                        JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)), row.getLong("jobs")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** There are not more than numbers from the first to the last, so that they are counted only where it is about to matter. */
    boolean areWaiting(int jobs) {
        return handle.createQuery("""
                        select case
                            when (select max(sequence) from jobs where status = 'pending')
                                - (select min(sequence) from jobs where status = 'pending') + 1 >= :jobs
                            then (select count(*) from jobs where status = 'pending') >= :jobs
                            else 0 end""").bind("jobs", jobs).mapTo(Boolean.class).one();
    }

    /** The plus keeps SQLite from going through all that the owner has instead of using the index on ids. */
    List<Job> startingWith(UserId owner, String prefix) {
        return handle.createQuery("""
                        select * from jobs where id >= :from and id < :to and +owner = :owner and forgotten = 0
                        order by sequence desc""")
                .bind("owner", owner.value())
                .bind("from", prefix)
                .bind("to", prefix + Batch.AFTER_EVERY_DIGIT)
                .map(mapper)
                .list();
    }

    List<Job> named(Collection<JobId> ids) {
        return handle.createQuery("select * from jobs where id in (select value from json_each(:ids))")
                .bind("ids", Batch.ids(ids))
                .map(mapper)
                .list();
    }

    /** The first whose id was taken; empty when all were added. */
    Optional<Job> add(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return Optional.empty();
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into jobs (id, owner, concept, work, provider_name, provider_model, state, attempt,
                                  created_at, started_at, ended_at)
                values (:id, :owner, :concept, :work, :providerName, :providerModel, :state, :attempt,
                        :createdAt, :startedAt, :endedAt)
                on conflict (id) do nothing""");
        jobs.forEach(job -> bind(batch, job).add());
        return Batch.refused(jobs, batch.execute());
    }

    /** Whether the job still had the status and attempt of {@code current}. */
    boolean replace(Job current, Job next) {
        Update update = handle.createUpdate("""
                update jobs set
                    provider_name = :providerName, provider_model = :providerModel,
                    state = :state, attempt = :attempt, started_at = :startedAt, ended_at = :endedAt
                where id = :id and status = :fromStatus and attempt = :fromAttempt""");
        return bindWhatMoves(update, next)
                        .bind("fromStatus", current.status().label())
                        .bind("fromAttempt", current.attempt())
                        .execute()
                == 1;
    }

    boolean isForgotten(JobId job) {
        return handle.createQuery("select 1 from jobs where id = :id and forgotten = 1")
                .bind("id", job.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** False if it is not there. */
    boolean forget(JobId job) {
        return handle.createUpdate("update jobs set forgotten = 1 where id = :id")
                        .bind("id", job.toString())
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Job job) {
        return bindWhatMoves(statement, job)
                .bind("owner", job.owner().value())
                .bind("concept", job.concept().toString())
                .bind("work", StoredWork.write(job.work()).toString())
                .bind("createdAt", job.createdAt().toString());
    }

    private static <S extends SqlStatement<S>> S bindWhatMoves(S statement, Job job) {
        return statement
                .bind("id", job.id().toString())
                .bind("providerName", job.provider().name())
                .bind("providerModel", job.provider().model())
                .bind("state", StoredState.write(job.state()).toString())
                .bind("attempt", job.attempt())
                .bind("startedAt", Moment.text(job.startedAt()))
                .bind("endedAt", Moment.text(job.endedAt()));
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                JobId.parse(row.getString("id")),
                new UserId(row.getString("owner")),
                ConceptId.parse(row.getString("concept")),
                StoredWork.read(Document.parse(row.getString("work"))),
                new ProviderChoice(row.getString("provider_name"), row.getString("provider_model")),
                StoredState.read(Document.parse(row.getString("state"))),
                row.getInt("attempt"),
                Instant.parse(row.getString("created_at")),
                Moment.read(row.getString("started_at")),
                Moment.read(row.getString("ended_at")));
    }
}
