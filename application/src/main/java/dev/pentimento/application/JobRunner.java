package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.JobHandler;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of one job after the other; whatever happens, the job is final afterwards, or goes on later. */
final class JobRunner implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Records records;
    private final Pipelines pipelines;
    private final Turns turns;
    private final Watch watch;
    private final Obstacles obstacles;

    JobRunner(Records records, Pipelines pipelines, Turns turns, Watch watch, Obstacles obstacles) {
        this.records = records;
        this.pipelines = pipelines;
        this.turns = turns;
        this.watch = watch;
        this.obstacles = obstacles;
    }

    /** What is under way when the home is closed is left as it is, for others to take up. */
    @Override
    public Outcome handle(Delivery delivery) {
        try {
            Outcome outcome = turns.begin(delivery).match(running -> work(running, delivery), came -> came);
            obstacles.overcome(delivery.job());
            return outcome;
        } catch (LetGo e) {
            return new Outcome.Done();
        } catch (StorageFailure e) {
            obstacles.meet(delivery.job(), e);
            throw e;
        }
    }

    /** Aborts the job's call, if this process is working on it. */
    void abort(JobId id) {
        watch.stop(id, Stopping.CANCELED);
    }

    private Outcome work(RunningJob running, Delivery delivery) {
        watch.over(running, delivery);
        try {
            return carryOut(running);
        } finally {
            watch.noLonger(running);
        }
    }

    private Outcome carryOut(RunningJob running) {
        Job job = running.job();
        try {
            return turns.complete(running, pipelines.of(job).run(Draft.of(job, concept(job)), running));
        } catch (Postponed e) {
            return e.refusal()
                    .flatMap(code -> turns.handOn(running, code, e.why()))
                    .orElseGet(() -> turns.postpone(running, e));
        } catch (ProviderFailure.Canceled e) {
            return broken(running, e);
        } catch (EarlierFailure e) {
            return failed(running, e.code(), String.valueOf(e.getMessage()));
        } catch (ProviderFailure e) {
            return failed(running, e.code(), String.valueOf(e.getMessage()));
        } catch (PentimentoException e) {
            throwIfBusy(e);
            return failedHere(running, e.code(), e);
        } catch (LetGo e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return running.isParked() ? leftToOthers(running, e) : failedHere(running, FailureCode.INTERNAL, e);
        }
    }

    /** What goes wrong in a process that is ending may be due to that; if it is not, it goes wrong elsewhere too. */
    private Outcome leftToOthers(RunningJob running, Throwable failure) {
        Said.logTheRest(LOG, "Job " + running.id(), failure);
        return turns.postpone(running, running.parting());
    }

    private Outcome failed(RunningJob running, FailureCode code, String message) {
        return turns.handOn(running, code, message).orElseGet(() -> turns.fail(running, code, message));
    }

    private Outcome failedHere(RunningJob running, FailureCode code, Throwable failure) {
        Said.logTheRest(LOG, "Job " + running.id(), failure);
        return turns.fail(running, code, Said.of(failure));
    }

    /** Records that others hold for long fail no job: it is begun again when its lease is over, and goes on from what is written down. */
    private static void throwIfBusy(PentimentoException failure) {
        if (failure instanceof StorageFailure storage && storage.reason() == StorageFailure.Reason.BUSY) {
            throw storage;
        }
    }

    private Outcome broken(RunningJob running, ProviderFailure.Canceled failure) {
        return running.isLate()
                ? turns.timeOut(running)
                : turns.fail(running, failure.code(), String.valueOf(failure.getMessage()));
    }

    private Concept concept(Job job) {
        return records.read(reader -> reader.concept(job.concept()))
                .orElseThrow(
                        () -> new IllegalStateException("Concept " + job.concept() + " of a submitted job is gone"));
    }
}
