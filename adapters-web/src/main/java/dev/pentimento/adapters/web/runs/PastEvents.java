package dev.pentimento.adapters.web.runs;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.FollowEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What has happened so far. */
final class PastEvents {
    private PastEvents() {}

    /** Those of a job; of one that its owner wants to see no more of, what the concept tells. */
    static List<RecordedEvent> of(FollowEvents events, UserId user, Job job) {
        try {
            return of(events, user, new FollowEvents.OfJob(job.id()));
        } catch (UnknownReference forgotten) {
            return of(events, user, new FollowEvents.OfConcept(job.concept())).stream()
                    .filter(event -> event.event().job().equals(job.id()))
                    .toList();
        }
    }

    private static List<RecordedEvent> of(FollowEvents events, UserId user, FollowEvents.Scope scope) {
        List<RecordedEvent> past = new ArrayList<>();
        try (FollowEvents.Subscription subscription = events.handle(new FollowEvents.Query(user, scope, 0))) {
            List<RecordedEvent> page = subscription.next(Duration.ZERO).events();
            while (!page.isEmpty()) {
                past.addAll(page);
                page = subscription.next(Duration.ZERO).events();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return past;
    }
}
