package dev.pentimento.application;

import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.in.CountJobs;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.EnumMap;
import java.util.Map;

final class CountJobsHandler implements CountJobs {
    private final Records records;

    CountJobsHandler(Records records) {
        this.records = records;
    }

    @Override
    public Map<JobStatus, Long> handle() {
        Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
        for (JobStatus status : JobStatus.values()) {
            counts.put(status, 0L);
        }
        counts.putAll(records.read(RecordReader::jobsByStatus));
        return counts;
    }
}
