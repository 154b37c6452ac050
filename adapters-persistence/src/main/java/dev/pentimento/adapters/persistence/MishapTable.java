package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.loop.Mishap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code error_logs} within one transaction. */
final class MishapTable {
    private final Handle handle;
    private final RowMapper<Mishap> mapper;

    MishapTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Error of batch", "batch", trouble, MishapTable::read);
    }

    List<Mishap> of(BatchId batch) {
        return handle.createQuery("select * from error_logs where batch = :batch order by sequence")
                .bind("batch", batch.toString())
                .map(mapper)
                .list();
    }

    /** Whether the batch is there. */
    boolean add(Mishap mishap) {
        return handle.createUpdate("""
                        insert into error_logs (batch, prompt, iteration, code, message, at)
                        select id, :prompt, :iteration, :code, :message, :at from batches where id = :batch""")
                        .bind("batch", mishap.batch().toString())
                        .bind("prompt", mishap.item())
                        .bind("iteration", mishap.iteration())
                        .bind("code", mishap.code().label())
                        .bind("message", mishap.message())
                        .bind("at", mishap.at().toString())
                        .execute()
                == 1;
    }

    private static Mishap read(ResultSet row) throws SQLException {
        return new Mishap(
                BatchId.parse(row.getString("batch")),
                row.getString("prompt"),
                row.getInt("iteration"),
                FailureCode.valueOf(row.getString("code").toUpperCase(Locale.ROOT)),
                row.getString("message"),
                Instant.parse(row.getString("at")));
    }
}
