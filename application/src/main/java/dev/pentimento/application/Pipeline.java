package dev.pentimento.application;

import dev.pentimento.domain.job.JobEvent;
import java.util.List;

/** Stages in their order. A stage that fails stops the pipeline. */
record Pipeline(List<Step> steps) {

    /** A stage, and how much of the work it usually is compared with the others. */
    record Step(Stage stage, int weight) {}

    Draft run(Draft start, RunningJob running) {
        double total = steps.stream().mapToInt(Step::weight).sum();
        Draft draft = start;
        double done = 0;
        for (Step step : steps) {
            double next = done + step.weight() / total;
            running.checkMayGoOn();
            running.enter(step.stage().name(), done, next);
            draft = run(step.stage(), draft, running);
            done = next;
        }
        return draft;
    }

    private static Draft run(Stage stage, Draft draft, RunningJob running) {
        if (!stage.concerns(draft)) {
            running.leave(JobEvent.Kind.SKIPPED, "");
            return draft;
        }
        try {
            Draft next = stage.run(draft, running);
            running.leave(JobEvent.Kind.COMPLETED, "");
            return next;
        } catch (RuntimeException | Error e) {
            running.leave(JobEvent.Kind.FAILED, Said.of(e));
            throw e;
        }
    }
}
