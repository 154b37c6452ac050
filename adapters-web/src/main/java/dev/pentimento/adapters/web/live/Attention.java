package dev.pentimento.adapters.web.live;

import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents.Scope;
import java.util.List;

/** How far somebody has listened, and whether there is more to wait for. That is looked up only where it may have changed; for one thread. */
final class Attention {
    private final Scope scope;
    private final End end;
    private long heard;
    private boolean mayBeOver = true;

    /** Of somebody who has heard nothing yet. */
    Attention(Scope scope, End end) {
        this(scope, end, 0);
    }

    /** @param heard the number of the last event that is known; 0 = none */
    Attention(Scope scope, End end, long heard) {
        this.scope = scope;
        this.end = end;
        this.heard = heard;
    }

    boolean isNeeded() {
        return !mayBeOver || !end.isReachedBy(heard);
    }

    /** @param events in order; empty if nothing happened for a while */
    void heard(List<RecordedEvent> events) {
        mayBeOver = events.isEmpty();
        for (RecordedEvent event : events) {
            heard = scope.number(event);
            mayBeOver = mayBeOver || event.event().kind() == JobEvent.Kind.ENDED;
        }
    }
}
