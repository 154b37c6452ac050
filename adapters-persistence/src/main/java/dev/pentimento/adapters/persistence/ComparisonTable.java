package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Comparison;
import dev.pentimento.domain.loop.Iteration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code comparisons} within one transaction. */
final class ComparisonTable {
    private final Handle handle;
    private final RowMapper<Hanging<Comparison>> mapper;

    ComparisonTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Comparison with version", "first", trouble, ComparisonTable::read);
    }

    Map<IterationKey, List<Comparison>> of(BatchId batch) {
        return Hanging.grouped(
                handle.createQuery("select * from comparisons where batch = :batch order by prompt, number, position")
                        .bind("batch", batch.toString())
                        .map(mapper)
                        .list());
    }

    /** Those from a position on; what is there stays as it is. */
    void write(RunKey key, Iteration iteration, int from) {
        for (int position = from; position < iteration.comparisons().size(); position++) {
            Comparison comparison = iteration.comparisons().get(position);
            handle.createUpdate("""
                            insert into comparisons (batch, prompt, number, position, first, second, better, reason)
                            values (:batch, :prompt, :number, :position, :first, :second, :better, :reason)
                            on conflict do nothing""")
                    .bindMap(key.columns())
                    .bind("number", iteration.number())
                    .bind("position", position)
                    .bind("first", comparison.first().toString())
                    .bind("second", comparison.second().toString())
                    .bind("better", IterationTable.text(comparison.better()))
                    .bind("reason", comparison.reason())
                    .execute();
        }
    }

    private static Hanging<Comparison> read(ResultSet row) throws SQLException {
        Comparison comparison = new Comparison(
                VersionId.parse(row.getString("first")),
                VersionId.parse(row.getString("second")),
                IterationTable.version(row.getString("better")),
                row.getString("reason"));
        return new Hanging<>(IterationKey.read(row), comparison);
    }
}
