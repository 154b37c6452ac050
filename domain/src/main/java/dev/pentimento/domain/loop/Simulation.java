package dev.pentimento.domain.loop;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import java.util.List;

/**
 * Of how many runs the images come from a trained model. The others are simulated: their figures show that the loop works, and say nothing of what a
 * model brings, whoever judged. A run without images is neither.
 */
public record Simulation(int trained, int simulated) {
    public static final Simulation NONE = new Simulation(0, 0);

    /** @param jobs that made the images of one run */
    public static Simulation of(List<Job> jobs) {
        List<JobState.Completed> done =
                jobs.stream().flatMap(job -> job.completed().stream()).toList();
        if (done.isEmpty()) {
            return NONE;
        }
        return done.stream().anyMatch(state -> state.report().byTrainedModel())
                ? new Simulation(1, 0)
                : new Simulation(0, 1);
    }

    public Simulation plus(Simulation other) {
        return new Simulation(trained + other.trained, simulated + other.simulated);
    }

    /** Whether all that have images are simulated. */
    public boolean isAll() {
        return simulated > 0 && trained == 0;
    }
}
