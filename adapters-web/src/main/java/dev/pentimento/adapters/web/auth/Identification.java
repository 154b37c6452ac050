package dev.pentimento.adapters.web.auth;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Callers;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.ports.in.IdentifyUser;
import dev.pentimento.ports.spi.Authentication;
import java.time.InstantSource;
import java.util.List;

/** How callers are told apart, as the settings say. */
public final class Identification {
    private final Tickets tickets;

    public Identification(Authentication authentication, IdentifyUser identifyUser, InstantSource clock) {
        this.tickets = new Tickets(
                authentication.match(
                        nothing -> new LocalCallers(),
                        keys -> new KeyCallers(identifyUser),
                        tokens -> new TokenCallers(tokens, clock)),
                clock);
    }

    public Callers callers() {
        return tickets;
    }

    public List<Route> routes() {
        return List.of(Route.post(
                        "/api/tickets",
                        "A ticket that stands for you once, for browsers that open a stream",
                        call -> Answer.of(
                                Answer.CREATED,
                                new Issued(
                                        tickets.issue(call.caller()),
                                        Tickets.life().toSeconds())))
                .answers(201, Issued.class));
    }

    /**
     * A ticket.
     *
     * @param ticket for {@code ?ticket=}
     * @param expiresIn in seconds
     */
    record Issued(String ticket, long expiresIn) {}
}
