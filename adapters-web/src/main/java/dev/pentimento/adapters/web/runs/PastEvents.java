package dev.pentimento.adapters.web.runs;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What has happened so far. */
final class PastEvents {
    private PastEvents() {}

    static List<RecordedEvent> of(FollowEvents events, UserId user, FollowEvents.Scope scope) {
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
