package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import java.util.function.Function;

/**
 * Something to be asked of a critic or a writer.
 *
 * @param job under which the call is entered
 * @param part of that job, the same each time the question is asked
 * @param send makes the call
 */
record Inquiry<T>(
        Job job,
        int part,
        String provider,
        Cost estimate,
        RequestHash request,
        Function<CallContext, Answered<T>> send) {}
