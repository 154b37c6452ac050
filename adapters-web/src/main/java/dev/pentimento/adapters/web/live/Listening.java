package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.FollowEvents;

/**
 * Somebody who listens.
 *
 * @param since the number of the last message he knows already; 0 = none
 */
record Listening(Caller caller, FollowEvents.Scope scope, long since) {
    UserId user() {
        return caller.user();
    }
}
