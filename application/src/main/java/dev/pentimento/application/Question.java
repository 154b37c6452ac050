package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.RecordWriter;
import java.util.function.Function;

/**
 * Something that a run has to know from a critic or a writer.
 *
 * @param job of the iteration it is about; the call is entered there. It has ended, so that no worker of it is concerned
 * @param part of that job, behind the parts that are images, the same each time the question is asked
 * @param send makes the call
 * @param keep what the answer does to the run; part of the transaction that settles the call
 */
record Question<T>(
        Job job,
        int part,
        String provider,
        Cost estimate,
        RequestHash request,
        Function<CallContext, Answered<T>> send,
        Keeping<T> keep) {
    /** Which part of an iteration's job a question is; each leaves room for what it is asked several times. */
    static final int CHECKLIST = 2000;

    static final int EVALUATION = 3000;
    static final int COMPARISON = 4000;
    static final int REFINEMENT = 5000;

    /** What an answer does to the run. */
    @FunctionalInterface
    interface Keeping<T> {
        Run keep(RecordWriter writer, Run run, T answer);
    }

    /** Whether it costs nothing whatever happens. */
    boolean isFree() {
        return estimate.microUsd().orElse(1) == 0;
    }
}
