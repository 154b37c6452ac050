package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.Records;
import java.time.Duration;

final class WatchJobHandler implements WatchJob {
    /** How long the job's record stays unlooked at while no event comes. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Records records;
    private final FollowEvents followEvents;
    private final Obstacles obstacles;

    WatchJobHandler(Records records, FollowEvents followEvents, Obstacles obstacles) {
        this.records = records;
        this.obstacles = obstacles;
        this.followEvents = followEvents;
    }

    /** The end is recorded together with the event that tells of it, so all events have been told when none is left after the end. */
    @Override
    public Job handle(Query query) {
        FollowEvents.OfJob scope = new FollowEvents.OfJob(query.job());
        try (FollowEvents.Subscription events =
                followEvents.handle(new FollowEvents.Query(query.owner(), scope, query.after()))) {
            return follow(query, events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Jobs.find(records, query.owner(), query.job());
        }
    }

    private Job follow(Query query, FollowEvents.Subscription events) throws InterruptedException {
        while (true) {
            Job job = Jobs.find(records, query.owner(), query.job());
            Duration patience = job.isFinal() ? Duration.ZERO : PATIENCE;
            FollowEvents.Batch batch = events.next(patience);
            batch.events().forEach(query.listener());
            if (job.isFinal() && batch.events().isEmpty()) {
                return job;
            }
            if (!job.isFinal()) {
                requireNoObstacle(job);
            }
        }
    }

    private void requireNoObstacle(Job job) {
        obstacles.of(job.id()).ifPresent(failure -> {
            throw failure;
        });
    }
}
