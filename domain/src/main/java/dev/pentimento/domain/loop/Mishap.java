package dev.pentimento.domain.loop;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.job.FailureCode;
import java.time.Instant;

/**
 * Something that went wrong in a run, whether or not the run went on.
 *
 * @param item the id of the prompt
 * @param iteration from 1; 0 = before the first
 * @param message for people
 */
public record Mishap(BatchId batch, String item, int iteration, FailureCode code, String message, Instant at) {}
