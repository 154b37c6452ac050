package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a person wants to know from a critic or a writer.
 *
 * @param request of everything that the answer depends on: who asks the same gets the same answer
 * @param send makes the call
 */
record PersonalQuestion<T>(
        Work.AskQuestion work,
        String provider,
        Cost estimate,
        RequestHash request,
        Function<CallContext, Answered<T>> send,
        Memory<T> memory) {

    /** How an answer that was paid is kept, and found again. */
    interface Memory<T> {

        /** @param call the last one that was answered */
        Optional<T> recall(RecordReader reader, Optional<CallId> call);

        void keep(RecordWriter writer, CallId call, T answer);
    }

    /** Whether the first answer stands for good, so that images are measured by the same. */
    boolean isAnsweredOnce() {
        return work.topic() == Topic.CHECKLIST;
    }
}
