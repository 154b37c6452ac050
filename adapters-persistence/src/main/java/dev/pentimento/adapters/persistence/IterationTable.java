package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Comparison;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The tables {@code iterations} and {@code prompt_versions} within one transaction, with what hangs on them. */
final class IterationTable {
    private final Handle handle;
    private final RowMapper<Bare> mapper;
    private final AssessmentTable assessments;
    private final ComparisonTable comparisons;
    private final ProposalTable proposals;

    IterationTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Iteration of prompt", "prompt", trouble, IterationTable::read);
        this.assessments = new AssessmentTable(handle, trouble);
        this.comparisons = new ComparisonTable(handle, trouble);
        this.proposals = new ProposalTable(handle, trouble);
    }

    /** One row, without what hangs on it. */
    private record Bare(String prompt, Iteration iteration) {}

    /** By the id of the prompt, each in order. */
    Map<String, List<Iteration>> of(BatchId batch) {
        Below below = new Below(assessments.of(batch), comparisons.of(batch), proposals.of(batch));
        return handle.createQuery("""
                        select i.*, v.text from iterations i
                        join prompt_versions v on v.batch = i.batch and v.prompt = i.prompt and v.number = i.number
                        where i.batch = :batch order by i.prompt, i.number""").bind("batch", batch.toString()).map(mapper).list().stream()
                .collect(Collectors.groupingBy(Bare::prompt, Collectors.mapping(below::complete, Collectors.toList())));
    }

    private record Below(
            Map<IterationKey, List<Assessment>> assessments,
            Map<IterationKey, List<Comparison>> comparisons,
            Map<IterationKey, List<Proposal>> proposals) {
        Iteration complete(Bare row) {
            Iteration bare = row.iteration();
            IterationKey key = new IterationKey(row.prompt(), bare.number());
            return new Iteration(
                    bare.number(),
                    bare.way(),
                    bare.prompt(),
                    bare.base(),
                    bare.job(),
                    assessments.getOrDefault(key, List.of()),
                    comparisons.getOrDefault(key, List.of()),
                    bare.winner(),
                    bare.best(),
                    proposals.getOrDefault(key, List.of()).stream().findFirst().orElse(null),
                    bare.startedAt());
        }
    }

    /** What differs from {@code known}; what hangs on an iteration only grows. */
    void write(Run run, List<Iteration> known) {
        Map<Integer, Iteration> before =
                known.stream().collect(Collectors.toMap(Iteration::number, iteration -> iteration));
        for (Iteration iteration : run.iterations()) {
            write(RunKey.of(run), iteration, before.get(iteration.number()));
        }
    }

    private void write(RunKey key, Iteration iteration, @Nullable Iteration known) {
        if (known == null || !known.prompt().equals(iteration.prompt())) {
            writePrompt(key, iteration);
        }
        if (known == null || !bare(known).equals(bare(iteration))) {
            writeRow(key, iteration);
        }
        assessments.write(
                key, iteration, known == null ? 0 : known.assessments().size());
        comparisons.write(
                key, iteration, known == null ? 0 : known.comparisons().size());
        if (known == null || known.proposal() == null) {
            proposals.write(key, iteration);
        }
    }

    /** What has its place in the row itself. */
    private static Iteration bare(Iteration iteration) {
        return new Iteration(
                iteration.number(),
                iteration.way(),
                "",
                iteration.base(),
                iteration.job(),
                List.of(),
                List.of(),
                iteration.winner(),
                iteration.best(),
                null,
                iteration.startedAt());
    }

    private void writePrompt(RunKey key, Iteration iteration) {
        handle.createUpdate("""
                        insert into prompt_versions (batch, prompt, number, text) values (:batch, :prompt, :number, :text)
                        on conflict do update set text = excluded.text""")
                .bindMap(key.columns())
                .bind("number", iteration.number())
                .bind("text", iteration.prompt())
                .execute();
    }

    private void writeRow(RunKey key, Iteration iteration) {
        handle.createUpdate("""
                        insert into iterations (batch, prompt, number, way, base, job, winner, best, started_at)
                        values (:batch, :prompt, :number, :way, :base, :job, :winner, :best, :startedAt)
                        on conflict do update set way = excluded.way, base = excluded.base, job = excluded.job,
                                                  winner = excluded.winner, best = excluded.best""")
                .bindMap(key.columns())
                .bind("number", iteration.number())
                .bind("way", iteration.way().label())
                .bind("base", text(iteration.base()))
                .bind("job", iteration.job().toString())
                .bind("winner", text(iteration.winner()))
                .bind("best", text(iteration.best()))
                .bind("startedAt", iteration.startedAt().toString())
                .execute();
    }

    static @Nullable String text(@Nullable VersionId version) {
        return version == null ? null : version.toString();
    }

    static @Nullable VersionId version(@Nullable String text) {
        return text == null ? null : VersionId.parse(text);
    }

    private static Bare read(ResultSet row) throws SQLException {
        Iteration bare = new Iteration(
                row.getInt("number"),
                Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                version(row.getString("base")),
                JobId.parse(row.getString("job")),
                List.of(),
                List.of(),
                version(row.getString("winner")),
                version(row.getString("best")),
                null,
                Instant.parse(row.getString("started_at")));
        return new Bare(row.getString("prompt"), bare);
    }
}
