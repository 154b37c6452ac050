package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.JobHandler;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.Records;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of one job after the other; whatever happens, the job is final afterwards. */
final class JobRunner implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Records records;
    private final Pipelines pipelines;
    private final JobFeed feed;
    private final Mint mint;
    private final Duration timeLimit;
    private final Map<JobId, RunningJob> running = new ConcurrentHashMap<>();

    JobRunner(Records records, Pipelines pipelines, JobFeed feed, Mint mint, Duration timeLimit) {
        this.records = records;
        this.pipelines = pipelines;
        this.feed = feed;
        this.mint = mint;
        this.timeLimit = timeLimit;
    }

    @Override
    public Outcome handle(Delivery delivery) {
        JobId id = delivery.job();
        RunningJob context = new RunningJob(id, feed, mint.clock(), mint.now().plus(timeLimit));
        if (running.putIfAbsent(id, context) != null) {
            return new Outcome.Done();
        }
        try {
            begin(id).ifPresent(job -> work(job, context));
        } finally {
            running.remove(id);
            feed.publish(new JobEvent(id, "", JobEvent.Kind.ENDED, 1, ""));
        }
        return new Outcome.Done();
    }

    /** Aborts the job's call, if this process is working on it. */
    void abort(JobId id) {
        RunningJob context = running.get(id);
        if (context != null) {
            context.cancel();
        }
    }

    /** Empty when the job was delivered before, or called off meanwhile. */
    private Optional<Job> begin(JobId id) {
        return records.write(writer -> writer.job(id)
                .filter(job -> job.status() == JobStatus.PENDING)
                .map(job -> {
                    Job started = job.start(mint.now());
                    return writer.replace(job, started) ? started : null;
                }));
    }

    private void work(Job job, RunningJob context) {
        try {
            pipelines.of(job).run(Draft.of(job, concept(job)), context);
        } catch (ProviderFailure.Canceled e) {
            fail(job, e.code(), isLate(context) ? tooLong() : String.valueOf(e.getMessage()));
        } catch (PentimentoException e) {
            fail(job, e.code(), String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            fail(
                    job,
                    FailureCode.INTERNAL,
                    "The images need more memory than there is; use smaller ones or a larger heap (-Xmx)");
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} met a mistake of ours", job.id(), e);
            fail(job, FailureCode.INTERNAL, "This is a mistake of ours: " + e);
        }
    }

    private Concept concept(Job job) {
        return records.read(reader -> reader.concept(job.concept()))
                .orElseThrow(
                        () -> new IllegalStateException("Concept " + job.concept() + " of a submitted job is gone"));
    }

    private boolean isLate(RunningJob context) {
        return mint.now().isAfter(context.deadline());
    }

    private String tooLong() {
        return "The job took longer than %s and was stopped; raise the time limit under jobs".formatted(timeLimit);
    }

    /** Leaves a job alone that somebody called off meanwhile. */
    private void fail(Job job, FailureCode code, String message) {
        records.write(writer -> writer.replace(job, job.fail(code, message, mint.now())));
    }
}
