package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Ids;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.FollowEvents;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds out what somebody wants to listen to, and from where on. */
final class Admission {
    private final FollowEvents events;

    Admission(FollowEvents events) {
        this.events = events;
    }

    /** @throws Refusal if there is nothing of that name */
    Listening admit(Caller caller, Context request) {
        return new Listening(caller, scope(caller.user(), request.pathParam("id")), since(request));
    }

    /** An id may be that of a run as well as that of a job. */
    private FollowEvents.Scope scope(UserId user, String text) {
        UUID id = Ids.read(text).orElseThrow(Admission::unknown);
        return Stream.<FollowEvents.Scope>of(
                        new FollowEvents.OfConcept(new ConceptId(id)), new FollowEvents.OfJob(new JobId(id)))
                .filter(scope -> isThere(user, scope))
                .findFirst()
                .orElseThrow(Admission::unknown);
    }

    private boolean isThere(UserId user, FollowEvents.Scope scope) {
        try {
            events.handle(new FollowEvents.Query(user, scope, 0)).close();
            return true;
        } catch (UnknownReference e) {
            return false;
        }
    }

    private static Refusal unknown() {
        return Problem.notFound("There is no such run or job").refusal();
    }

    static long since(Context request) {
        return LastEventId.of(request)
                .orElseGet(() -> Optional.ofNullable(request.queryParam("since"))
                        .filter(text -> !text.isBlank())
                        .map(Admission::number)
                        .orElse(0L));
    }

    private static long number(String text) {
        return LastEventId.number(text)
                .orElseThrow(() ->
                        Fields.problem("since", "must be the seq of a message").refusal());
    }
}
