package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.WorkKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The tables {@code tickets} and {@code turns} within one transaction. */
final class TicketTable {
    private final Handle handle;
    private final RowMapper<Ticket> mapper;

    TicketTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Ticket of job", "job", trouble, TicketTable::read);
    }

    Optional<Ticket> find(JobId job) {
        return handle.createQuery("select * from tickets where job = :job")
                .bind("job", job.toString())
                .map(mapper)
                .findOne();
    }

    boolean isHeld(JobId job, int attempt, String holder) {
        return handle.createQuery("""
                        select exists (
                            select 1 from tickets t join jobs j on j.id = t.job
                            where t.job = :job and t.lease_holder = :holder
                                and j.status = 'processing' and j.attempt = :attempt)""")
                .bind("job", job.toString())
                .bind("attempt", attempt)
                .bind("holder", holder)
                .mapTo(Boolean.class)
                .one();
    }

    List<Ticket> all() {
        return handle.createQuery("select * from tickets order by sequence")
                .map(mapper)
                .list();
    }

    List<Ticket> of(UserId owner, WorkKind kind) {
        return handle.createQuery("select * from tickets where owner = :owner and kind = :kind order by sequence")
                .bind("owner", owner.value())
                .bind("kind", kind.label())
                .map(mapper)
                .list();
    }

    long nextTurn(UserId owner, Priority priority) {
        return handle.createQuery("""
                        select 1 + max(
                            coalesce((select max(turn) from tickets where owner = :owner and priority = :priority), 0),
                            coalesce((select last_begun from turns where priority = :priority), 0))""")
                .bind("owner", owner.value())
                .bind("priority", priority.label())
                .mapTo(Long.class)
                .one();
    }

    /** Whether it was added: its job is open and had none, and its slot was free. */
    boolean add(Ticket ticket) {
        boolean added = bind(handle.createUpdate("""
                                        insert into tickets (job, owner, kind, lane, priority, turn, round, slot,
                                                             not_before, deadline, lease_holder, lease_until,
                                                             stand_ins)
                                        select id, :owner, :kind, :lane, :priority, :turn, :round, :slot,
                                               :notBefore, :deadline, :leaseHolder, :leaseUntil, :standIns
                                        from jobs where id = :job and status in ('pending', 'processing')
                                        on conflict do nothing"""), ticket)
                        .bind("owner", ticket.owner().value())
                        .bind("kind", ticket.kind().label())
                        .bind("round", ticket.round())
                        .bind("slot", ticket.slot())
                        .execute()
                == 1;
        if (added && ticket.isBegun()) {
            begin(ticket);
        }
        return added;
    }

    /** Whether it was there, and its lease had the holder of that of {@code current}. */
    boolean replace(Ticket current, Ticket next) {
        boolean replaced = bind(handle.createUpdate("""
                                        update tickets set
                                            lane = :lane, priority = :priority, turn = :turn, not_before = :notBefore,
                                            deadline = :deadline, lease_holder = :leaseHolder, lease_until = :leaseUntil,
                                            stand_ins = :standIns
                                        where job = :job and lease_holder is :fromHolder"""), next)
                        .bind("fromHolder", holder(current.lease()))
                        .execute()
                == 1;
        if (replaced && next.isBegun() && !current.isBegun()) {
            begin(next);
        }
        return replaced;
    }

    private void begin(Ticket ticket) {
        handle.createUpdate("""
                        insert into turns (priority, last_begun) values (:priority, :turn)
                        on conflict do update set last_begun = max(last_begun, excluded.last_begun)""")
                .bind("priority", ticket.priority().label())
                .bind("turn", ticket.turn())
                .execute();
    }

    void remove(JobId job) {
        handle.createUpdate("delete from tickets where job = :job")
                .bind("job", job.toString())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Ticket ticket) {
        Lease lease = ticket.lease();
        return statement
                .bind("job", ticket.job().toString())
                .bind("lane", ticket.lane())
                .bind("priority", ticket.priority().label())
                .bind("turn", ticket.turn())
                .bind("notBefore", ticket.notBefore().toString())
                .bind("deadline", Moment.text(ticket.deadline()))
                .bind("leaseHolder", holder(lease))
                .bind("leaseUntil", lease == null ? null : lease.until().toString())
                .bind("standIns", String.join(",", ticket.standIns()));
    }

    private static @Nullable String holder(@Nullable Lease lease) {
        return lease == null ? null : lease.holder();
    }

    private static Ticket read(ResultSet row) throws SQLException {
        return new Ticket(
                JobId.parse(row.getString("job")),
                new UserId(row.getString("owner")),
                WorkKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("lane"),
                Priority.valueOf(row.getString("priority").toUpperCase(Locale.ROOT)),
                row.getLong("turn"),
                row.getInt("round"),
                row.getObject("slot") == null ? null : row.getInt("slot"),
                Instant.parse(row.getString("not_before")),
                Moment.read(row.getString("deadline")),
                lease(row.getString("lease_holder"), row),
                standIns(row.getString("stand_ins")));
    }

    private static List<String> standIns(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
    }

    private static @Nullable Lease lease(@Nullable String holder, ResultSet row) throws SQLException {
        return holder == null ? null : new Lease(holder, Instant.parse(row.getString("lease_until")));
    }
}
