package dev.pentimento.adapters.web.live;

import dev.pentimento.domain.identity.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tickets that let somebody in once, within half a minute: browsers can send no token with a WebSocket or an EventSource, and what stands in an
 * address gets into logs. Safe for use by several threads.
 */
final class Tickets {
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int LENGTH = 32;
    private static final int MOST = 10_000;

    private final Map<String, Ticket> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    Tickets(InstantSource clock) {
        this.clock = clock;
    }

    /** Whose it is, and until when. */
    record Ticket(UserId user, Instant until) {}

    /** What its owner gets. */
    record Issued(String ticket, Instant until) {}

    /** Empty when too many are open. */
    Optional<Issued> issue(UserId user) {
        Instant now = clock.instant();
        open.values().removeIf(ticket -> !now.isBefore(ticket.until()));
        if (open.size() >= MOST) {
            return Optional.empty();
        }
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Ticket ticket = new Ticket(user, now.plus(LIFE));
        open.put(text, ticket);
        return Optional.of(new Issued(text, ticket.until()));
    }

    /** Whose it is; empty if it is none, used, or too old. */
    Optional<UserId> redeem(String text) {
        return Optional.ofNullable(open.remove(text))
                .filter(ticket -> clock.instant().isBefore(ticket.until()))
                .map(Ticket::user);
    }
}
