package dev.pentimento.adapters.web.live;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.FollowEvents;

/**
 * Somebody who listens.
 *
 * @param since the number of the last message he knows already; 0 = none
 */
record Listening(UserId user, FollowEvents.Scope scope, long since) {}
