package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.domain.prompt.PromptReview.Objection;
import dev.pentimento.domain.prompt.RefinedPrompt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code refined_prompts} within one transaction. */
final class ProposalTable {
    private final Handle handle;
    private final RowMapper<Hanging<Proposal>> mapper;

    ProposalTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Refined prompt of", "prompt", trouble, ProposalTable::read);
    }

    /** At most one for each iteration. */
    Map<IterationKey, List<Proposal>> of(BatchId batch) {
        return Hanging.grouped(handle.createQuery("select * from refined_prompts where batch = :batch")
                .bind("batch", batch.toString())
                .map(mapper)
                .list());
    }

    void write(RunKey key, Iteration iteration) {
        Proposal proposal = iteration.proposal();
        if (proposal == null) {
            return;
        }
        Objection objection = proposal.objection();
        handle.createUpdate("""
                        insert into refined_prompts (batch, prompt, number, text, changes, strategy, writer, objection)
                        values (:batch, :prompt, :number, :text, :changes, :strategy, :writer, :objection)
                        on conflict do nothing""")
                .bindMap(key.columns())
                .bind("number", iteration.number())
                .bind("text", proposal.prompt().text())
                .bind(
                        "changes",
                        Document.empty()
                                .with("changes", proposal.prompt().changes())
                                .toString())
                .bind("strategy", proposal.prompt().strategy().name().toLowerCase(Locale.ROOT))
                .bind("writer", proposal.writer())
                .bind("objection", objection == null ? null : objection.label())
                .execute();
    }

    private static Hanging<Proposal> read(ResultSet row) throws SQLException {
        String objection = row.getString("objection");
        RefinedPrompt prompt = new RefinedPrompt(
                row.getString("text"),
                Document.parse(row.getString("changes")).texts("changes"),
                RefinedPrompt.Strategy.valueOf(row.getString("strategy").toUpperCase(Locale.ROOT)));
        Proposal proposal = new Proposal(
                prompt,
                row.getString("writer"),
                objection == null ? null : Objection.valueOf(objection.toUpperCase(Locale.ROOT)));
        return new Hanging<>(IterationKey.read(row), proposal);
    }
}
