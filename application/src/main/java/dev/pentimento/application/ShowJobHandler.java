package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.out.Records;

final class ShowJobHandler implements ShowJob {
    private final Records records;

    ShowJobHandler(Records records) {
        this.records = records;
    }

    @Override
    public Details handle(Query query) {
        return records.read(reader -> {
            Job job = new References(reader, query.owner()).job(query.job());
            return new Details(job, reader.ticket(job.id()), reader.calls(job.id()));
        });
    }
}
