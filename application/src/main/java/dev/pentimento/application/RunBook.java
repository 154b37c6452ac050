package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One run while this process has its batch in hand: what is remembered of it is what is recorded, and what follows from that. Safe for use by several
 * threads.
 */
final class RunBook {
    private final Batch batch;
    private final Journal journal;
    private final BatchHold hold;
    private final Mint mint;
    private final Map<CallId, ProviderCall> calls = new LinkedHashMap<>();
    private boolean read;
    private volatile Run run;
    private Run recorded;

    RunBook(Batch batch, Run run, Journal journal, BatchHold hold, Mint mint) {
        this.batch = batch;
        this.run = run;
        this.recorded = run;
        this.journal = journal;
        this.hold = hold;
        this.mint = mint;
    }

    Batch batch() {
        return batch;
    }

    Halt halt() {
        return hold.halt();
    }

    Run run() {
        return run;
    }

    Iteration iteration() {
        return run().last().orElseThrow(() -> new IllegalStateException("No iteration was begun"));
    }

    /** While nobody else writes. To be entered before a transaction that calls {@link #record}, and never within one. */
    synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    Run write(UnaryOperator<Run> step) {
        return write((entry, now) -> step.apply(now));
    }

    /** @throws BatchHold.Lost if the batch is not this process's any more; nothing is written then */
    synchronized Run write(BiFunction<Journal.Entry, Run, Run> step) {
        Run next = journal.insist(entry -> record(entry.writer(), now -> step.apply(entry, now)));
        recorded(next);
        return next;
    }

    /** What follows from what is recorded, so that it could be found again; it is recorded with what is written next. */
    synchronized void conclude(UnaryOperator<Run> step) {
        run = step.apply(run);
    }

    /** Part of somebody else's transaction, which was begun {@link #alone}; after that, what is returned has to be {@linkplain #recorded told}. */
    Run record(RecordWriter writer, UnaryOperator<Run> step) {
        hold.require(writer);
        Run next = step.apply(run);
        if (!next.equals(recorded)) {
            writer.replace(recorded, next);
        }
        return next;
    }

    synchronized void recorded(Run next) {
        recorded = next;
        run = next;
    }

    void note(FailureCode code, String message) {
        Run now = run();
        int iteration = now.iterations().size();
        journal.insist(entry -> {
            entry.writer().add(new Mishap(now.batch(), now.item().id(), iteration, code, message, mint.now()));
            return now;
        });
    }

    /** Of all calls for the run: those that were recorded when it was first asked, and those it was told of since. */
    Cost cost() {
        synchronized (calls) {
            readOnce();
            return new CallHistory(List.copyOf(calls.values())).cost();
        }
    }

    /** How calls for the run have ended, in place of reading all of them again after each. */
    void learn(List<ProviderCall> ended) {
        synchronized (calls) {
            readOnce();
            ended.forEach(call -> calls.put(call.id(), call));
        }
    }

    private void readOnce() {
        if (!read) {
            Run now = run();
            journal.records().read(reader -> calls(reader, now)).forEach(call -> calls.put(call.id(), call));
            read = true;
        }
    }

    /** Those of its iterations; whatever else is made of its images by hand is none of its business. */
    static List<ProviderCall> calls(RecordReader reader, Run run) {
        return run.iterations().stream()
                .flatMap(iteration -> reader.calls(iteration.job()).stream())
                .toList();
    }
}
