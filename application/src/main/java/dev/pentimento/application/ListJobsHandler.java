package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.out.Records;
import java.util.List;

final class ListJobsHandler implements ListJobs {
    private final Records records;

    ListJobsHandler(Records records) {
        this.records = records;
    }

    @Override
    public List<Job> handle(Query query) {
        return records.read(reader -> reader.latestJobs(query.owner(), query.limit()));
    }
}
