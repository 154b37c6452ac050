package dev.pentimento.adapters.web.metrics;

import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.in.CountJobs;
import dev.pentimento.ports.in.CountOpenJobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many jobs there are; looked up when somebody asks, and not before. */
final class JobMeters {
    private final CountJobs countJobs;
    private final CountOpenJobs countOpenJobs;
    private final Map<JobStatus, Long> byStatus = new ConcurrentHashMap<>();
    private final AtomicLong waiting = new AtomicLong();

    JobMeters(MeterRegistry registry, CountJobs countJobs, CountOpenJobs countOpenJobs) {
        this.countJobs = countJobs;
        this.countOpenJobs = countOpenJobs;
        for (JobStatus status : JobStatus.values()) {
            Gauge.builder("pentimento.jobs", byStatus, counts -> counts.getOrDefault(status, 0L))
                    .description("Jobs of the home by status")
                    .tag("status", status.label())
                    .register(registry);
        }
        Gauge.builder("pentimento.queue.depth", waiting, AtomicLong::doubleValue)
                .description("Jobs that nobody works on yet")
                .register(registry);
    }

    void look() {
        byStatus.putAll(countJobs.handle());
        waiting.set(countOpenJobs.handle().waiting());
    }
}
