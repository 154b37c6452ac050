package dev.pentimento.application;

import dev.pentimento.application.IterationJobs.Next;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.domain.loop.Way;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.out.Records;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Has the images of an iteration made, and waits for them. What an earlier process submitted is waited for, and never submitted again. */
final class Making {
    /** How long it stays unseen that the batch was called off. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final IterationJobs jobs;
    private final Pricing pricing;
    private final Records records;
    private final Queue queue;
    private final FollowEvents followEvents;
    private final CancelJob cancelJob;
    private final RetryJob retryJob;

    Making(
            IterationJobs jobs,
            Pricing pricing,
            Records records,
            Queue queue,
            FollowEvents followEvents,
            CancelJob cancelJob,
            RetryJob retryJob) {
        this.jobs = jobs;
        this.pricing = pricing;
        this.records = records;
        this.queue = queue;
        this.followEvents = followEvents;
        this.cancelJob = cancelJob;
        this.retryJob = retryJob;
    }

    /** The completed job of the last iteration. */
    Job goOn(RunBook book, Panel panel) {
        Job job = find(book.iteration().job());
        if (job.isFinal() && job.completed().isEmpty()) {
            Cost estimate = pricing.generation(
                    book.batch(), book.run().item(), book.iteration().prompt());
            return made(book, panel, estimate, () -> retry(book, job));
        }
        if (!job.isFinal()) {
            records.read(reader -> reader.ticket(job.id())).ifPresent(queue::dispatchAgain);
        }
        Job ended = await(book);
        calls(book, ended);
        return finished(book, panel, ended);
    }

    /** Waits for its turn where as many jobs are open as may be. */
    private void retry(RunBook book, Job job) {
        while (isRefused(retryJob.handle(new RetryJob.Command(job.owner(), job.id(), false, Priority.LOW)), job)) {
            book.halt().await(IterationJobs.FULL);
        }
    }

    private static boolean isRefused(RetryJob.Outcome outcome, Job job) {
        if (outcome instanceof RetryJob.MayBeChargedAgain) {
            throw new ProviderFailure.OutcomeUnknown(
                    "Job %s may have been charged and brought nothing; run it again with: pentimento retry %s --accept-possible-charge, then resume"
                            .formatted(job.id(), job.id()),
                    null);
        }
        return outcome instanceof RetryJob.Submitted submitted
                && (submitted.submission() instanceof RefineImage.QueueFull
                        || submitted.submission() instanceof RefineImage.AlreadyActive);
    }

    Job first(RunBook book, Panel panel) {
        ModelFamily family = pricing.family(book.batch(), book.run().item());
        String prompt = family.prompt(book.run().item().scene());
        Cost estimate = pricing.generation(book.batch(), book.run().item(), prompt);
        return made(book, panel, estimate, () -> jobs.begin(book, prompt));
    }

    /** What the writer proposed; where the best image cannot be edited so, its prompt makes new ones. */
    Job next(RunBook book, Panel panel, Proposal proposal, VersionId best) {
        Iteration last = book.iteration();
        if (proposal.objection() != null) {
            return generated(book, panel, new Next(last.number() + 1, Way.RESAMPLE, last.prompt()));
        }
        Next next = new Next(
                last.number() + 1,
                Way.of(proposal.prompt().strategy()),
                proposal.prompt().text());
        return next.way() == Way.EDIT_IMAGE ? edited(book, panel, next, best) : generated(book, panel, next);
    }

    private Job edited(RunBook book, Panel panel, Next next, VersionId best) {
        try {
            Cost estimate = pricing.edit(book.batch(), panel.purse(), next.prompt(), best);
            return made(book, panel, estimate, () -> jobs.edit(book, next, best));
        } catch (ProviderFailure.InvalidRequest e) {
            if (book.run().iterations().size() >= next.number()) {
                throw e;
            }
            book.note(e.code(), "The image is made anew, as it cannot be edited so: " + e.getMessage());
            return generated(book, panel, new Next(next.number(), Way.REWRITE_PROMPT, next.prompt()));
        }
    }

    private Job generated(RunBook book, Panel panel, Next next) {
        Cost estimate = pricing.generation(book.batch(), book.run().item(), next.prompt());
        return made(book, panel, estimate, () -> jobs.generate(book, next));
    }

    private Job made(RunBook book, Panel panel, Cost estimate, Runnable submission) {
        book.halt().check();
        Job job;
        try (Purse.Share share = share(book, panel.purse(), estimate)) {
            submission.run();
            job = await(book);
            share.spend(calls(book, job));
        }
        return finished(book, panel, job);
    }

    /** Waits where that depends on what others are about to spend. */
    private static Purse.Share share(RunBook book, Purse purse, Cost estimate) {
        while (true) {
            try {
                return purse.take(estimate);
            } catch (Purse.SetAside e) {
                book.halt().await(Purse.SetAside.A_MOMENT);
            }
        }
    }

    /** Of a job that is over; the book knows them then. */
    private List<ProviderCall> calls(RunBook book, Job job) {
        List<ProviderCall> calls = records.read(reader -> reader.calls(job.id()));
        book.learn(calls);
        return calls;
    }

    /** An edit that was refused for nothing is made up for by new images. */
    private Job finished(RunBook book, Panel panel, Job job) {
        if (job.completed().isPresent()) {
            return job;
        }
        Optional<JobState.Failed> failed = job.failed();
        boolean unfit = failed.filter(state -> state.code() == FailureCode.INVALID_REQUEST)
                .isPresent();
        if (unfit && book.iteration().way() == Way.EDIT_IMAGE) {
            book.note(
                    FailureCode.INVALID_REQUEST,
                    "The image is made anew: " + failed.get().message());
            Cost estimate = pricing.generation(
                    book.batch(), book.run().item(), book.iteration().prompt());
            return made(book, panel, estimate, () -> jobs.generateInstead(book, Way.REWRITE_PROMPT));
        }
        book.halt().check();
        throw new EarlierFailure(
                failed.map(JobState.Failed::code).orElse(FailureCode.CANCELED),
                failed.map(JobState.Failed::message).orElse("Job %s was called off".formatted(job.id())));
    }

    /** What has not been begun yet is called off with the batch; what was begun is waited for. */
    private Job await(RunBook book) {
        JobId id = book.iteration().job();
        FollowEvents.Query query = new FollowEvents.Query(book.batch().owner(), new FollowEvents.OfJob(id), 0);
        try (FollowEvents.Subscription events = followEvents.handle(query)) {
            Job job = find(id);
            while (!job.isFinal()) {
                if (book.halt().isCalledOff() && job.status() == JobStatus.PENDING) {
                    cancelJob.handle(new CancelJob.Command(job.owner(), id));
                } else {
                    awaitNews(book, events);
                }
                job = find(id);
            }
            return job;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Halt.Halted();
        }
    }

    /** What happens on the way to the end is no reason to look at the job. */
    private static void awaitNews(RunBook book, FollowEvents.Subscription events) throws InterruptedException {
        List<RecordedEvent> news = events.next(PATIENCE).events();
        while (isOnTheWay(news) && !book.halt().isCalledOff()) {
            news = events.next(PATIENCE).events();
        }
    }

    private static boolean isOnTheWay(List<RecordedEvent> news) {
        return !news.isEmpty()
                && news.stream().noneMatch(recorded -> recorded.event().kind() == JobEvent.Kind.ENDED);
    }

    private Job find(JobId id) {
        return records.read(reader -> reader.job(id))
                .orElseThrow(() -> new IllegalStateException("Job %s of an iteration is gone".formatted(id)));
    }
}
