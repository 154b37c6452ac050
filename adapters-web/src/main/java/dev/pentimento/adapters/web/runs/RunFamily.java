package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.limits.RateLimits;
import dev.pentimento.ports.spi.OpenHome;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** All routes of runs and refinements. */
public final class RunFamily {
    private RunFamily() {}

    public static List<Route> routes(OpenHome home, InstantSource clock) {
        RunViews views = RunViews.of(home);
        RateLimits limits = new RateLimits(home.showLimits(), clock);
        return Stream.of(
                        new NewRunRoute(home, views, limits).routes(),
                        new RunRoutes(home, views).routes(),
                        new RefineRoute(home, views, limits).routes(),
                        new RefinementRoutes(home, views).routes(),
                        new LineageRoutes(home, views).routes(),
                        new FileRoute(home, views).routes())
                .flatMap(List::stream)
                .toList();
    }
}
