package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RequestHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code provider_calls} within one transaction. */
final class CallTable {
    /** As the index on open calls spells it. */
    private static final String OPEN = "status in ('planned', 'sending', 'accepted', 'result_stored')";

    private final Handle handle;
    private final RowMapper<ProviderCall> mapper;

    CallTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Provider call", "id", trouble, CallTable::read);
    }

    Optional<ProviderCall> find(CallId id) {
        return handle.createQuery("select * from provider_calls where id = :id")
                .bind("id", id.toString())
                .map(mapper)
                .findOne();
    }

    List<ProviderCall> of(JobId job) {
        return handle.createQuery("select * from provider_calls where job = :job order by sequence")
                .bind("job", job.toString())
                .map(mapper)
                .list();
    }

    List<ProviderCall> of(UserId owner) {
        return handle.createQuery("select * from provider_calls where owner = :owner order by sequence")
                .bind("owner", owner.value())
                .map(mapper)
                .list();
    }

    List<ProviderCall> open() {
        return handle.createQuery("select * from provider_calls where " + OPEN + " order by sequence")
                .map(mapper)
                .list();
    }

    Budget.Booked booked(JobId job, UserId owner, Instant moment) {
        LocalDate day = day(moment);
        return handle.createQuery("""
                        select
                            coalesce((select sum(booked) from provider_calls where job = :job), 0) as of_job,
                            coalesce((select sum(booked) from provider_calls
                                      where owner = :owner and month = :month and booked > 0), 0) as of_month,
                            coalesce((select sum(booked) from provider_calls
                                      where day = :day and booked > 0), 0) as of_day""")
                .bind("job", job.toString())
                .bind("owner", owner.value())
                .bind("month", YearMonth.from(day).toString())
                .bind("day", day.toString())
                .map((row, context) ->
                        new Budget.Booked(row.getLong("of_job"), row.getLong("of_month"), row.getLong("of_day")))
                .one();
    }

    /** Whether the id was free and the job is there. */
    boolean add(ProviderCall call) {
        LocalDate day = day(call.plannedAt());
        return handle.createUpdate("""
                        insert into provider_calls (id, job, owner, part, round, attempt, provider, model, request,
                                                    estimate, state, booked, planned_at, day, month, changed_at)
                        select :id, id, :owner, :part, :round, :attempt, :provider, :model, :request,
                               :estimate, :state, :booked, :plannedAt, :day, :month, :changedAt
                        from jobs where id = :job
                        on conflict (id) do nothing""")
                        .bind("id", call.id().toString())
                        .bind("job", call.job().toString())
                        .bind("owner", call.owner().value())
                        .bind("part", call.part())
                        .bind("round", call.round())
                        .bind("attempt", call.attempt())
                        .bind("provider", call.provider())
                        .bind("model", call.model())
                        .bind("request", call.request().hex())
                        .bind("estimate", StoredCost.write(call.estimate()).toString())
                        .bind("state", StoredCall.write(call.state()).toString())
                        .bind("booked", call.booked())
                        .bind("plannedAt", call.plannedAt().toString())
                        .bind("day", day.toString())
                        .bind("month", YearMonth.from(day).toString())
                        .bind("changedAt", call.changedAt().toString())
                        .execute()
                == 1;
    }

    /** Whether the call still had the status of {@code current}. */
    boolean replace(ProviderCall current, ProviderCall next) {
        return handle.createUpdate("""
                        update provider_calls set state = :state, booked = :booked, changed_at = :changedAt
                        where id = :id and status = :fromStatus""")
                        .bind("id", next.id().toString())
                        .bind("state", StoredCall.write(next.state()).toString())
                        .bind("booked", next.booked())
                        .bind("changedAt", next.changedAt().toString())
                        .bind("fromStatus", current.status().label())
                        .execute()
                == 1;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static ProviderCall read(ResultSet row) throws SQLException {
        return new ProviderCall(
                CallId.parse(row.getString("id")),
                JobId.parse(row.getString("job")),
                new UserId(row.getString("owner")),
                row.getInt("part"),
                row.getInt("round"),
                row.getInt("attempt"),
                row.getString("provider"),
                row.getString("model"),
                new RequestHash(row.getString("request")),
                StoredCost.read(Document.parse(row.getString("estimate"))),
                StoredCall.read(Document.parse(row.getString("state"))),
                Instant.parse(row.getString("planned_at")),
                Instant.parse(row.getString("changed_at")));
    }
}
