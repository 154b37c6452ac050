package dev.pentimento.application;

import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.job.WorkKind;
import java.time.Duration;
import java.util.List;

/**
 * How jobs are worked on.
 *
 * @param lease how long a silent worker keeps its job
 * @param poll how long a job may wait unseen that another process submitted
 * @param maxAttempts how often a job is begun before it fails as its worker was lost; being postponed fails no job
 * @param workers how many jobs are worked on at a time; 0 = jobs are only submitted
 * @param standInsWhenFree whether another provider goes on after a failure that certainly cost nothing
 * @param refinementStages the stages of a refinement, in order
 */
public record Policies(
        Budget budget,
        Limits limits,
        Duration lease,
        Duration poll,
        int maxAttempts,
        Duration refinementTimeout,
        Duration runTimeout,
        int workers,
        boolean standInsWhenFree,
        List<String> refinementStages) {
    public Policies {
        refinementStages = List.copyOf(refinementStages);
    }

    /** The same for a process that only submits jobs. */
    public Policies withoutWorkers() {
        return new Policies(
                budget,
                limits,
                lease,
                poll,
                maxAttempts,
                refinementTimeout,
                runTimeout,
                0,
                standInsWhenFree,
                refinementStages);
    }

    Duration timeout(WorkKind kind) {
        return kind == WorkKind.REFINE ? refinementTimeout : runTimeout;
    }
}
