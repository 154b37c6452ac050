package dev.pentimento.application;

import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A person wants to know something. The question is a job of its own, which is open exactly as long as its call is: it begins in the transaction before
 * the call leaves, and ends in the one that ends the call.
 */
final class PersonAsker<T> implements Asker<T> {
    /** How long it stays unseen that nobody wants to know it any more. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final PersonalQuestion<T> question;
    private final Precedent precedent;
    private final Job job;
    private final Sitting sitting;
    private final Journal journal;
    private final Mint mint;
    private Optional<CallId> last;

    /**
     * @param precedent nothing of which may have been paid, unless the person accepts that
     * @param job that of the precedent, or a new one
     */
    PersonAsker(
            PersonalQuestion<T> question, Precedent precedent, Job job, Sitting sitting, Journal journal, Mint mint) {
        this.question = question;
        this.precedent = precedent;
        this.job = job;
        this.sitting = sitting;
        this.journal = journal;
        this.mint = mint;
        this.last = precedent.call().map(ProviderCall::id);
    }

    @Override
    public void check() {
        sitting.tell(question);
    }

    @Override
    public void await(Duration time) {
        for (Duration left = time; !left.isNegative() && !left.isZero(); left = left.minus(PATIENCE)) {
            check();
            rest(left.compareTo(PATIENCE) < 0 ? left : PATIENCE);
        }
    }

    private static void rest(Duration time) {
        try {
            new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure.Canceled("Interrupted while it waited for its turn; nothing was asked");
        }
    }

    @Override
    public void send(Consumer<Journal.Entry> booking) {
        last = journal.insist(entry -> {
            requireUnmoved(entry.writer());
            begin(entry.writer());
            booking.accept(entry);
            return lastCall(entry.writer());
        });
    }

    /** Two processes that ask the same at the same moment pay once. */
    private void requireUnmoved(RecordReader reader) {
        boolean taken = reader.submitted(owner(), precedent.key().key())
                .filter(known -> !known.made().equals(new Creation.OfJob(job.id())))
                .isPresent();
        if (taken || !lastCall(reader).equals(last)) {
            throw new ProviderFailure.InvalidRequest(
                    "Another process has asked %s the same at this moment; run the command again to get its answer"
                            .formatted(question.provider()));
        }
    }

    private Optional<CallId> lastCall(RecordReader reader) {
        return Precedent.last(reader, job).map(ProviderCall::id);
    }

    private void begin(RecordWriter writer) {
        Optional<Job> before = writer.job(job.id());
        if (before.isPresent()) {
            writer.replace(before.get(), before.get().retry().start(mint.now()));
            return;
        }
        QuestionHome.ensure(writer, owner(), mint.now());
        writer.add(job.start(mint.now()));
        writer.keep(owner(), precedent.key(), new Creation.OfJob(job.id()));
    }

    private UserId owner() {
        return sitting.owner();
    }

    /** Also after it was given up, as it took so long; what was called off or answered meanwhile stays so. */
    @Override
    public void keep(ProviderCall call, Consumer<Journal.Entry> settling, Answered<T> answer) {
        journal.insist(entry -> {
            settling.accept(entry);
            question.memory().keep(entry.writer(), call.id(), answer.value());
            entry.writer().job(job.id()).ifPresent(now -> complete(entry.writer(), now, answer.report()));
            return call;
        });
        sitting.paid(answer.report().cost());
    }

    /** What was paid is counted with the answer. */
    @Override
    public void learn(ProviderCall ended) {}

    private void complete(RecordWriter writer, Job now, ProviderReport report) {
        if (now.status() != JobStatus.PROCESSING && now.status() != JobStatus.FAILED) {
            return;
        }
        Job begun = now.isFinal() ? now.retry().start(mint.now()) : now;
        writer.replace(now, begun.complete(List.of(), report, mint.now()));
    }

    @Override
    public void end(Consumer<Journal.Entry> ending, FailureCode code, String message) {
        journal.insist(entry -> {
            ending.accept(entry);
            entry.writer()
                    .job(job.id())
                    .filter(now -> !now.isFinal())
                    .ifPresent(now -> entry.writer().replace(now, now.fail(code, message, mint.now())));
            return entry;
        });
    }
}
