package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.in.ShowBatch;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ShowBatchHandler implements ShowBatch {
    private final Records records;

    ShowBatchHandler(Records records) {
        this.records = records;
    }

    @Override
    public Details handle(Query query) {
        Batch batch = Batches.find(records, query.owner(), query.batch());
        return records.read(reader -> new Details(
                batch,
                reader.runs(batch.id()).stream()
                        .filter(query::concerns)
                        .map(run -> shown(reader, run))
                        .toList(),
                reader.mishaps(batch.id())));
    }

    private static Shown shown(RecordReader reader, Run run) {
        List<Job> jobs = run.iterations().stream()
                .map(Iteration::job)
                .map(job -> job(reader, job))
                .toList();
        return new Shown(run, jobs, labels(reader, run), new CallHistory(RunBook.calls(reader, run)).cost());
    }

    private static Job job(RecordReader reader, JobId id) {
        return reader.job(id).orElseThrow(() -> new IllegalStateException("Job %s of a run is gone".formatted(id)));
    }

    private static Map<VersionId, String> labels(RecordReader reader, Run run) {
        if (run.concept() == null) {
            return Map.of();
        }
        List<Version> versions = reader.versions(run.concept());
        Lineage lineage = Lineage.of(versions);
        Map<VersionId, String> labels = new HashMap<>();
        versions.forEach(version -> labels.put(version.id(), lineage.label(version.id())));
        return labels;
    }
}
