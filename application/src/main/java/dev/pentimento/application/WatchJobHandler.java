package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.Records;
import java.time.Duration;
import java.util.List;

final class WatchJobHandler implements WatchJob {
    /** How long a change made by another process may stay unseen. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final int PAGE = 500;

    private final Records records;
    private final JobFeed feed;

    WatchJobHandler(Records records, JobFeed feed) {
        this.records = records;
        this.feed = feed;
    }

    @Override
    public Job handle(Query query) {
        Job job = Jobs.find(records, query.owner(), query.job());
        long told = query.after();
        try {
            while (!job.isFinal()) {
                told = tell(query, told);
                feed.await(query.job(), told, PATIENCE);
                job = Jobs.find(records, query.owner(), query.job());
            }
            tell(query, told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return job;
    }

    /** The number of the last event told. */
    private long tell(Query query, long after) {
        long told = after;
        List<RecordedEvent> events = next(query, told);
        while (!events.isEmpty()) {
            events.forEach(query.listener());
            told = events.get(events.size() - 1).ofJob();
            events = events.size() < PAGE ? List.of() : next(query, told);
        }
        return told;
    }

    private List<RecordedEvent> next(Query query, long after) {
        return records.read(reader -> reader.events(query.job(), after, PAGE));
    }
}
