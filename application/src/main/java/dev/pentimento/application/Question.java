package dev.pentimento.application;

import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.out.RecordWriter;
import java.util.function.Function;

/**
 * Something that a run has to know from a critic or a writer.
 *
 * @param inquiry under the job of the iteration it is about, behind the parts that are images. That job has ended, so that no worker of it is concerned
 * @param keep what an answer does to the run; all that can be found out of it before is found out when this returns
 */
record Question<T>(Inquiry<T> inquiry, Function<T, Step> keep) {
    /** Which part of an iteration's job a question is; each leaves room for what it is asked several times. */
    static final int CHECKLIST = 2000;

    static final int EVALUATION = 3000;
    static final int COMPARISON = 4000;
    static final int REFINEMENT = 5000;

    /** Part of the transaction that settles the call, for which others wait. */
    @FunctionalInterface
    interface Step {
        Run take(RecordWriter writer, Run run);
    }
}
