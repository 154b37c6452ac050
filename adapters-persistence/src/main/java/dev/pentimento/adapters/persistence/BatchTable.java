package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.LoopRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code batches} within one transaction. */
final class BatchTable {
    private final Handle handle;
    private final RowMapper<Batch> mapper;

    BatchTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Batch", "id", trouble, BatchTable::read);
    }

    Optional<Batch> find(BatchId id) {
        return handle.createQuery("select * from batches where id = :id")
                .bind("id", id.toString())
                .map(mapper)
                .findOne();
    }

    boolean isInHand(BatchId id, String task, String holder) {
        return handle.createQuery("""
                        select exists (
                            select 1 from batches b join leaders l on l.holder = b.holder
                            where b.id = :id and l.task = :task and b.holder = :holder)""")
                .bind("id", id.toString())
                .bind("task", task)
                .bind("holder", holder)
                .mapTo(Boolean.class)
                .one();
    }

    List<Batch> ownedBy(UserId owner) {
        return handle.createQuery("select * from batches where owner = :owner order by sequence desc")
                .bind("owner", owner.value())
                .map(mapper)
                .list();
    }

    /** Whether the id was free. */
    boolean add(Batch batch) {
        return bound(batch, """
                        insert into batches (id, owner, variants, max_iterations, target, width, height, seed,
                                             provider_name, provider_model, budget, called_off, holder, created_at)
                        values (:id, :owner, :variants, :maxIterations, :target, :width, :height, :seed,
                                :providerName, :providerModel, :budget, :calledOff, :holder, :createdAt)
                        on conflict (id) do nothing""").execute() == 1;
    }

    /** Whether it was there. */
    boolean replace(Batch batch) {
        return bound(batch, """
                        update batches set owner = :owner, variants = :variants, max_iterations = :maxIterations,
                               target = :target, width = :width, height = :height, seed = :seed,
                               provider_name = :providerName, provider_model = :providerModel, budget = :budget,
                               called_off = :calledOff, holder = :holder, created_at = :createdAt
                        where id = :id""").execute() == 1;
    }

    private Update bound(Batch batch, String sql) {
        OptionalLong budget = batch.budget();
        return handle.createUpdate(sql)
                .bind("id", batch.id().toString())
                .bind("owner", batch.owner().value())
                .bind("variants", batch.rules().variants())
                .bind("maxIterations", batch.rules().maxIterations())
                .bind("target", batch.rules().target())
                .bind("width", batch.size().width())
                .bind("height", batch.size().height())
                .bind("seed", batch.seed())
                .bind("providerName", batch.generator().name())
                .bind("providerModel", batch.generator().model())
                .bind("budget", budget.isPresent() ? budget.getAsLong() : null)
                .bind("calledOff", batch.calledOff())
                .bind("holder", batch.holder())
                .bind("createdAt", batch.createdAt().toString());
    }

    private static Batch read(ResultSet row) throws SQLException {
        Long budget = number(row, "budget");
        return new Batch(
                BatchId.parse(row.getString("id")),
                new UserId(row.getString("owner")),
                new LoopRules(row.getInt("variants"), row.getInt("max_iterations"), row.getDouble("target")),
                new ImageSize(row.getInt("width"), row.getInt("height")),
                number(row, "seed"),
                new ProviderChoice(row.getString("provider_name"), row.getString("provider_model")),
                budget == null ? OptionalLong.empty() : OptionalLong.of(budget),
                row.getBoolean("called_off"),
                row.getString("holder"),
                Instant.parse(row.getString("created_at")));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
