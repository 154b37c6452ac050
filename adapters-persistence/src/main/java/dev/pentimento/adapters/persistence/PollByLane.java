package dev.pentimento.adapters.persistence;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How db-scheduler looks for work: by {@link DbSchedulerWorkers#pick}, which picks in one statement, so that no more is taken than threads are free
 * and nothing waits in a thread's queue while something more urgent comes. Moments are milliseconds on every database.
 */
final class PollByLane extends DefaultJdbcCustomization {
    private final Picking picking;

    /** Picks for free threads. */
    @FunctionalInterface
    interface Picking {
        List<Execution> pick(Instant now, int most);
    }

    PollByLane(Picking picking) {
        super(true);
        this.picking = picking;
    }

    @Override
    public String getName() {
        return "by lane";
    }

    @Override
    public boolean supportsSingleStatementLockAndFetch() {
        return true;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        return picking.pick(now, limit);
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value.toEpochMilli());
        }
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
