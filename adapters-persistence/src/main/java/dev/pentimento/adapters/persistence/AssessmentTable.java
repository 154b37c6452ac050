package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Iteration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code images} and {@code evaluations} within one transaction. */
final class AssessmentTable {
    private final Handle handle;
    private final RowMapper<Hanging<Assessment>> mapper;

    AssessmentTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.mapper = Row.mapper("Evaluation of version", "version", trouble, AssessmentTable::read);
    }

    Map<IterationKey, List<Assessment>> of(BatchId batch) {
        return Hanging.grouped(handle.createQuery("""
                        select e.*, i.version from evaluations e
                        join images i on i.batch = e.batch and i.prompt = e.prompt and i.number = e.number
                                     and i.position = e.position
                        where e.batch = :batch order by e.prompt, e.number, e.position""")
                .bind("batch", batch.toString())
                .map(mapper)
                .list());
    }

    /** Those from a position on; what is there stays as it is. */
    void write(RunKey key, Iteration iteration, int from) {
        for (int position = from; position < iteration.assessments().size(); position++) {
            Assessment assessment = iteration.assessments().get(position);
            boolean fresh = handle.createUpdate("""
                            insert into images (batch, prompt, number, position, version)
                            values (:batch, :prompt, :number, :position, :version) on conflict do nothing""")
                            .bindMap(key.columns())
                            .bind("number", iteration.number())
                            .bind("position", position)
                            .bind("version", assessment.version().toString())
                            .execute()
                    == 1;
            if (fresh) {
                insert(key, iteration.number(), position, assessment);
            }
        }
    }

    private void insert(RunKey key, int number, int position, Assessment assessment) {
        Map<String, Object> columns = assessment.match(AssessmentTable::columns, AssessmentTable::columns);
        handle.createUpdate(
                        "insert into evaluations (batch, prompt, number, position, %s) values (:batch, :prompt, :number, :position, :%s)"
                                .formatted(String.join(", ", columns.keySet()), String.join(", :", columns.keySet())))
                .bindMap(key.columns())
                .bind("number", number)
                .bind("position", position)
                .bindMap(columns)
                .execute();
    }

    private static Map<String, Object> columns(Assessment.Judged judged) {
        return Map.of(
                "critic", judged.critic(),
                "evaluation", StoredEvaluation.write(judged.evaluation()).toString(),
                "adherence", judged.score().adherence(),
                "quality", judged.score().quality(),
                "overall", judged.score().overall());
    }

    private static Map<String, Object> columns(Assessment.Unjudged unjudged) {
        return Map.of("failure", unjudged.code().label(), "message", unjudged.message());
    }

    private static Hanging<Assessment> read(ResultSet row) throws SQLException {
        VersionId version = VersionId.parse(row.getString("version"));
        String critic = row.getString("critic");
        Assessment assessment = critic == null
                ? new Assessment.Unjudged(
                        version,
                        FailureCode.valueOf(row.getString("failure").toUpperCase(Locale.ROOT)),
                        row.getString("message"))
                : new Assessment.Judged(
                        version,
                        StoredEvaluation.read(Document.parse(row.getString("evaluation"))),
                        new Score(row.getDouble("adherence"), row.getDouble("quality"), row.getDouble("overall")),
                        critic);
        return new Hanging<>(IterationKey.read(row), assessment);
    }
}
