package dev.pentimento.adapters.web.auth;

import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Callers;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stand for a user once and for a short while, in {@code ?ticket=}: browsers send no headers of ours when they open a stream of events or a
 * WebSocket, and what stands in an address may be seen in logs. Safe for use by several threads.
 */
public final class Tickets implements Callers {
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 10_000;
    private static final int RANDOM_BYTES = 24;

    private final Callers otherwise;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> open = new LinkedHashMap<>();

    private record Ticket(Caller caller, Instant end) {}

    /** @param otherwise tells who asks without a ticket */
    public Tickets(Callers otherwise, InstantSource clock) {
        this.otherwise = otherwise;
        this.clock = clock;
    }

    static Duration life() {
        return LIFE;
    }

    /** Of too many, the oldest are not good any more. */
    synchronized String issue(Caller caller) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.values().removeIf(other -> !other.end().isAfter(clock.instant()));
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(ticket, new Ticket(caller, clock.instant().plus(LIFE)));
        return ticket;
    }

    @Override
    public Caller identify(Context request) {
        String ticket = request.queryParam(Call.TICKET);
        return ticket == null ? otherwise.identify(request) : redeem(ticket);
    }

    private Caller redeem(String ticket) {
        Ticket found = taken(ticket);
        if (found == null
                || !found.end().isAfter(clock.instant())
                || !found.caller().isStillWelcome()) {
            throw Credentials.wrong();
        }
        return found.caller();
    }

    private synchronized @Nullable Ticket taken(String ticket) {
        return open.remove(ticket);
    }
}
