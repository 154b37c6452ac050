package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.Records;
import java.time.Duration;
import java.util.List;

final class WatchJobHandler implements WatchJob {
    /** How long a change made by another process may stay unseen. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Records records;
    private final JobFeed feed;

    WatchJobHandler(Records records, JobFeed feed) {
        this.records = records;
        this.feed = feed;
    }

    @Override
    public Job handle(Query query) {
        Job job = Jobs.find(records, query.owner(), query.job());
        int told = 0;
        try {
            while (!job.isFinal()) {
                told += tell(query, feed.next(query.job(), told, PATIENCE));
                job = Jobs.find(records, query.owner(), query.job());
            }
            tell(query, feed.since(query.job(), told));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return job;
    }

    private static int tell(Query query, List<JobEvent> events) {
        events.forEach(query.listener());
        return events.size();
    }
}
