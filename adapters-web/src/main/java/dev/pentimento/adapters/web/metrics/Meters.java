package dev.pentimento.adapters.web.metrics;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.ObserveWork.Observation;
import dev.pentimento.ports.spi.OpenHome;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** All meters of a server. Safe for use by several threads. */
public final class Meters implements AutoCloseable {
    /** Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final String NO_ROUTE = "none";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JobMeters jobs;
    private final Observation observation;

    private Meters(OpenHome home) {
        this.jobs = new JobMeters(registry, home.countJobs(), home.countOpenJobs());
        this.observation = home.observeWork().handle(new CallMeters(registry));
    }

    public static Meters of(OpenHome home) {
        return new Meters(home);
    }

    public List<Route> routes() {
        return List.of(Route.get("/metrics", "Figures for Prometheus", call -> figures())
                .answers(200, Void.class)
                .forEveryone());
    }

    private Answer figures() {
        jobs.look();
        return Answer.file(TEXT, registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    /** The same, and how late events are when they reach whoever follows. */
    public FollowEvents timed(FollowEvents events) {
        return new TimedEvents(
                events,
                Timer.builder("pentimento.event.lag")
                        .description("From the time an event was recorded until it is handed to a follower")
                        .register(registry));
    }

    /** A request has been answered. */
    public void answered(Context request, float milliseconds) {
        String path = request.endpoints().lastHttpEndpoint() == null
                ? NO_ROUTE
                : request.endpoints().lastHttpEndpoint().path;
        Timer.builder("http.server.requests")
                .description("Times of answers")
                .publishPercentileHistogram()
                .tag("method", request.method().name())
                .tag("uri", path)
                .tag("status", String.valueOf(request.statusCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1e6)));
    }

    @Override
    public void close() {
        observation.close();
        registry.close();
    }
}
