package dev.pentimento.adapters.web;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.ports.in.CountOpenJobs;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether the server is there, and whether it can do something. */
final class HealthRoutes {
    private static final int SOON = 5;

    private final CountOpenJobs openJobs;
    private final BooleanSupplier ending;

    /** @param ending whether the server takes nothing new */
    HealthRoutes(CountOpenJobs openJobs, BooleanSupplier ending) {
        this.openJobs = openJobs;
        this.ending = ending;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", "Whether the server answers", call -> Answer.ok(new Health("ok")))
                        .answers(200, Health.class)
                        .forEveryone(),
                Route.get("/health/ready", "Whether the server can take work", this::ready)
                        .answers(200, Ready.class)
                        .problems(503)
                        .forEveryone());
    }

    private Answer ready(Call call) {
        if (ending.getAsBoolean()) {
            return Problem.of(503, "ending", "The server is about to end")
                    .retryAfter(SOON)
                    .answer();
        }
        CountOpenJobs.Count count = openJobs.handle();
        return Answer.ok(new Ready("ok", count.waiting(), count.underWay()));
    }

    record Health(String status) {}

    record Ready(String status, int jobsWaiting, int jobsUnderWay) {}
}
