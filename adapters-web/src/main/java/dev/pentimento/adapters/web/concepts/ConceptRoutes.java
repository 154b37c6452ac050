package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.auth.SignedAddresses;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.limits.RateLimits;
import dev.pentimento.adapters.web.live.EventStreams;
import dev.pentimento.adapters.web.live.JobEnds;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.spi.OpenHome;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All routes of this family. */
public final class ConceptRoutes {
    private ConceptRoutes() {}

    /**
     * @param events what is told of the home
     * @param listening where the server listens
     */
    public static List<Route> of(
            OpenHome home,
            FollowEvents events,
            SignedAddresses addresses,
            InstantSource clock,
            Supplier<URI> listening) {
        RateLimits limits = new RateLimits(home.showLimits(), clock);
        Tasks tasks = new Tasks(home.reportJobs(), addresses);
        Originals originals = new Originals(home.showVersion(), home.readSharedImage(), addresses, listening);
        return Stream.of(
                        new SubmitRoutes(home, originals, new Submissions(tasks, limits), limits).routes(),
                        new TaskRoutes(home, tasks, new EventStreams(events, new JobEnds(home.reportJobs()))).routes(),
                        new StorageRoutes(home.browseConcepts(), addresses).routes(),
                        new ImageRoutes(home.readSharedImage(), addresses).routes(),
                        List.of(Route.get(
                                        "/api/health/rate-limits-status",
                                        "How much may still be asked for this month",
                                        limits::status)
                                .answers(200, RateLimits.Statuses.class)))
                .flatMap(List::stream)
                .toList();
    }
}
