package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * The table of db-scheduler. Rows come, are picked and go by statements of our own: a job has one row whatever its lane, and being dispatched while
 * somebody has it is not forgotten. Each statement is right by itself, so it may be a transaction or a part of one.
 *
 * <p>Whoever picked a row says its version with all that follows, and is not heard any more once the row was put back or picked again.
 */
final class DispatchTable {
    private static final String PUT_BACK = """
            update scheduled_tasks
            set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                task_name = coalesce(next_lane, task_name), next_lane = null""";

    /** Versions of one row never come again, but those of a row that went and came again do. */
    private static final String STILL_THEIRS =
            " where task_instance = :job and picked_by = :worker and version = :version";

    private static final int PRIORITY_BAND = 1_000_000_000;

    private final Jdbi jdbi;
    private final Jdbi readers;
    private final Transactions transactions;
    private final Rows rows;
    private final Function<JdbiException, RuntimeException> trouble;

    /** Has a statement take part in the transaction that its thread is in, or otherwise be one. */
    interface Transactions {
        <T> T join(Supplier<T> statement);
    }

    /** How rows are kept from others between looking and picking. */
    enum Rows {
        /** Only one writes at a time. */
        LOCKED_TOGETHER(""),
        /** Rows that somebody else is about to pick are passed over. */
        LOCKED_ONE_BY_ONE(" for update skip locked");

        private final String clause;

        Rows(String clause) {
            this.clause = clause;
        }
    }

    /** A row that somebody has. */
    record Picked(JobId job, String lane, Instant dueAt, int priority, int failures, String worker, long version) {
        static final Comparator<Picked> IN_TURN = Comparator.comparing((Picked picked) -> -picked.priority)
                .thenComparing(Picked::dueAt)
                .thenComparing(picked -> picked.job.toString());

        /** How often it was picked: a row begins with version 1, and takes one step when it is picked and one when it is put back. */
        int count() {
            return Math.toIntExact(version / 2);
        }

        private static Picked of(ResultSet row, StatementContext context) throws SQLException {
            return new Picked(
                    new JobId(UUID.fromString(row.getString("task_instance"))),
                    row.getString("task_name"),
                    Instant.ofEpochMilli(row.getLong("execution_time")),
                    row.getInt("priority"),
                    row.getInt("consecutive_failures"),
                    row.getString("picked_by"),
                    row.getLong("version"));
        }
    }

    /**
     * @param jdbi speaks within {@code transactions}
     * @param readers for looking, without waiting for whoever writes
     */
    DispatchTable(
            Jdbi jdbi,
            Jdbi readers,
            Transactions transactions,
            Rows rows,
            Function<JdbiException, RuntimeException> trouble) {
        this.jdbi = jdbi;
        this.readers = readers;
        this.transactions = transactions;
        this.rows = rows;
        this.trouble = trouble;
    }

    void put(Dispatch dispatch) {
        update(
                """
                insert into scheduled_tasks (task_instance, task_name, execution_time, priority, picked, version)
                values (:job, :lane, :notBefore, :priority, false, 1)
                on conflict (task_instance) do update set
                    task_name = case
                        when scheduled_tasks.picked then scheduled_tasks.task_name
                        else excluded.task_name end,
                    next_lane = case when scheduled_tasks.picked then excluded.task_name end,
                    priority = case
                        when scheduled_tasks.picked then excluded.priority
                        else scheduled_tasks.priority end,
                    execution_time = case
                        when scheduled_tasks.picked and scheduled_tasks.next_lane is null
                            or excluded.execution_time < scheduled_tasks.execution_time
                        then excluded.execution_time
                        else scheduled_tasks.execution_time end
                where scheduled_tasks.picked
                    or scheduled_tasks.task_name <> excluded.task_name
                    or scheduled_tasks.execution_time > excluded.execution_time""",
                statement -> statement
                        .bind("job", dispatch.job().toString())
                        .bind("lane", dispatch.lane())
                        .bind("notBefore", dispatch.notBefore().toEpochMilli())
                        .bind("priority", priority(dispatch.priority(), dispatch.turn())));
    }

    /**
     * What there is to do.
     *
     * @param due whether something waits
     * @param left whether something is in the hands of those who gave no sign of life
     */
    record Waiting(boolean due, boolean left) {
        boolean isAny() {
            return due || left;
        }
    }

    /** Whether it is worth to {@link #pick}; takes no lock. */
    Waiting look(Set<String> lanes, Instant now, Instant silentSince) {
        return attempt(() -> readers.withHandle(handle -> handle.createQuery("""
                        select exists (select 1 from scheduled_tasks
                                where picked = false and execution_time <= :now and task_name in (<lanes>)) as due,
                            exists (select 1 from scheduled_tasks
                                where picked = true and last_heartbeat <= :silentSince
                                    and task_name in (<lanes>)) as left_behind""")
                .bindList("lanes", List.copyOf(lanes))
                .bind("now", now.toEpochMilli())
                .bind("silentSince", silentSince.toEpochMilli())
                .map((row, context) -> new Waiting(row.getBoolean("due"), row.getBoolean("left_behind")))
                .one()));
    }

    /** Puts back what those have who gave no sign of life since {@code silentSince}. */
    void putBackOfTheDead(Set<String> lanes, Instant silentSince) {
        update(
                PUT_BACK + " where picked = true and last_heartbeat <= :silentSince and task_name in (<lanes>)",
                statement -> statement
                        .bindList("lanes", List.copyOf(lanes))
                        .bind("silentSince", silentSince.toEpochMilli()));
    }

    /** Those who go first of what is due, in order. */
    List<Picked> pick(Set<String> lanes, Instant now, String worker, int most) {
        return change(handle -> handle
                .createQuery("""
                        with next as materialized (
                            select task_instance from scheduled_tasks
                            where picked = false and execution_time <= :now and task_name in (<lanes>)
                            order by priority desc, execution_time, task_instance
                            limit :most<lock>)
                        update scheduled_tasks
                        set picked = true, picked_by = :worker, last_heartbeat = :now, version = version + 1
                        where task_instance in (select task_instance from next)
                        returning *""")
                .define("lock", rows.clause)
                .bindList("lanes", List.copyOf(lanes))
                .bind("now", now.toEpochMilli())
                .bind("worker", worker)
                .bind("most", most)
                .map(Picked::of)
                .stream()
                .sorted(Picked.IN_TURN)
                .toList());
    }

    /** It is done, unless it came again meanwhile. */
    void done(Picked picked) {
        int gone = update(
                "delete from scheduled_tasks" + STILL_THEIRS + " and next_lane is null",
                statement -> bind(picked, statement));
        if (gone == 0) {
            putBack(picked);
        }
    }

    /** It waits again where it was, as if it had never been picked. */
    void putBack(Picked picked) {
        update(PUT_BACK + ", consecutive_failures = 0" + STILL_THEIRS, statement -> bind(picked, statement));
    }

    /** It waits again until then, or until the earlier moment with which it came again meanwhile. */
    void putBackUntil(Picked picked, Instant notBefore, int failures) {
        update(
                PUT_BACK + """
                        , consecutive_failures = :failures,
                            execution_time = case
                                when next_lane is not null and execution_time < :notBefore then execution_time
                                else :notBefore end""" + STILL_THEIRS,
                statement -> bind(picked, statement)
                        .bind("notBefore", notBefore.toEpochMilli())
                        .bind("failures", failures));
    }

    /** Every priority has its band of numbers, in which the lower turn is the higher number. */
    static int priority(Priority priority, long turn) {
        int band = switch (priority) {
            case HIGH -> 2;
            case NORMAL -> 1;
            case LOW -> 0;
        };
        int top = PRIORITY_BAND * band - 1;
        return top - (int) Math.max(0, Math.min(turn, PRIORITY_BAND - 1));
    }

    /** Does several of these in one transaction, if there are {@link Transactions}. */
    <T> T together(Supplier<T> statements) {
        return attempt(() -> transactions.join(statements));
    }

    private static <S extends SqlStatement<S>> S bind(Picked picked, S statement) {
        return statement
                .bind("job", picked.job.toString())
                .bind("worker", picked.worker)
                .bind("version", picked.version);
    }

    private int update(String sql, UnaryOperator<Update> binding) {
        return change(handle -> binding.apply(handle.createUpdate(sql)).execute());
    }

    private <T> T change(Function<Handle, T> statement) {
        return together(() -> jdbi.withHandle(statement::apply));
    }

    private <T> T attempt(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw trouble.apply(e);
        }
    }
}
