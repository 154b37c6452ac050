package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.prompt.Scene;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The tables {@code prompts}, {@code runs} and {@code checklists} within one transaction. */
final class RunTable {
    private final Handle handle;
    private final IterationTable iterations;
    private final RowMapper<Run> mapper;
    private final RowMapper<Checklist> checklists;

    RunTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.iterations = new IterationTable(handle, trouble);
        this.mapper = Row.mapper("Run of prompt", "id", trouble, RunTable::read);
        this.checklists = Row.mapper(
                "Checklist",
                "request",
                trouble,
                row -> StoredChecklist.read(Document.parse(row.getString("checklist"))));
    }

    List<Run> of(BatchId batch) {
        List<Run> runs = handle.createQuery("""
                        select p.id, p.batch, p.title, p.scene, p.mood, p.prompt as text, p.model,
                               r.concept, r.checklist, r.stop, r.message, r.ended_at, r.created_at
                        from prompts p join runs r on r.batch = p.batch and r.prompt = p.id
                        where p.batch = :batch order by p.sequence""")
                .bind("batch", batch.toString())
                .map(mapper)
                .list();
        Map<String, List<Iteration>> all = iterations.of(batch);
        return runs.stream()
                .map(run -> complete(run, all.getOrDefault(run.item().id(), List.of())))
                .toList();
    }

    private static Run complete(Run run, List<Iteration> iterations) {
        return new Run(
                run.batch(), run.item(), run.concept(), run.checklist(), iterations, run.ending(), run.createdAt());
    }

    /** Whether the id was free in its batch, and the batch is there. */
    boolean add(Run run) {
        Item item = run.item();
        boolean added = handle.createUpdate("""
                        insert into prompts (batch, id, title, scene, mood, prompt, model)
                        select id, :prompt, :title, :scene, :mood, :text, :model from batches where id = :batch
                        on conflict (batch, id) do nothing""")
                        .bindMap(RunKey.of(run).columns())
                        .bind("title", item.scene().title())
                        .bind("scene", item.scene().scene())
                        .bind("mood", item.scene().mood())
                        .bind("text", item.scene().prompt())
                        .bind("model", item.model())
                        .execute()
                == 1;
        if (added) {
            handle.createUpdate("insert into runs (batch, prompt, created_at) values (:batch, :prompt, :createdAt)")
                    .bindMap(RunKey.of(run).columns())
                    .bind("createdAt", run.createdAt().toString())
                    .execute();
            update(run);
            iterations.write(run, List.of());
        }
        return added;
    }

    /** Whether it was there. */
    boolean replace(Run current, Run next) {
        boolean there = bare(next).equals(bare(current)) ? isThere(next) : update(next);
        if (there) {
            iterations.write(next, current.iterations());
        }
        return there;
    }

    /** What has its place in the row itself. */
    private static Run bare(Run run) {
        return complete(run, List.of());
    }

    private boolean isThere(Run run) {
        return handle.createQuery("select exists (select 1 from runs where batch = :batch and prompt = :prompt)")
                .bindMap(RunKey.of(run).columns())
                .mapTo(Boolean.class)
                .one();
    }

    private boolean update(Run run) {
        Run.Ending ending = run.ending();
        ConceptId concept = run.concept();
        return handle.createUpdate("""
                        update runs set concept = :concept, checklist = :checklist, stop = :stop, message = :message,
                               ended_at = :endedAt
                        where batch = :batch and prompt = :prompt""")
                        .bindMap(RunKey.of(run).columns())
                        .bind("concept", concept == null ? null : concept.toString())
                        .bind("checklist", text(run.checklist()))
                        .bind("stop", ending == null ? null : ending.reason().label())
                        .bind("message", ending == null ? null : ending.message())
                        .bind("endedAt", ending == null ? null : ending.at().toString())
                        .execute()
                == 1;
    }

    private static @Nullable String text(@Nullable Checklist checklist) {
        return checklist == null ? null : StoredChecklist.write(checklist).toString();
    }

    Optional<Checklist> checklist(RequestHash request) {
        return handle.createQuery("select * from checklists where request = :request")
                .bind("request", request.hex())
                .map(checklists)
                .findOne();
    }

    void keep(RequestHash request, Checklist checklist) {
        handle.createUpdate("""
                        insert into checklists (request, checklist) values (:request, :checklist)
                        on conflict do nothing""")
                .bind("request", request.hex())
                .bind("checklist", StoredChecklist.write(checklist).toString())
                .execute();
    }

    private static Run read(ResultSet row) throws SQLException {
        Scene scene =
                new Scene(row.getString("title"), row.getString("scene"), row.getString("mood"), row.getString("text"));
        String concept = row.getString("concept");
        String checklist = row.getString("checklist");
        return new Run(
                BatchId.parse(row.getString("batch")),
                new Item(row.getString("id"), scene, row.getString("model")),
                concept == null ? null : ConceptId.parse(concept),
                checklist == null ? null : StoredChecklist.read(Document.parse(checklist)),
                List.of(),
                ending(row),
                Instant.parse(row.getString("created_at")));
    }

    private static Run.@Nullable Ending ending(ResultSet row) throws SQLException {
        String stop = row.getString("stop");
        return stop == null
                ? null
                : new Run.Ending(
                        StopReason.valueOf(stop.toUpperCase(Locale.ROOT)),
                        row.getString("message"),
                        Instant.parse(row.getString("ended_at")));
    }
}
