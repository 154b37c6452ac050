package dev.pentimento.domain.submission;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.ledger.RequestHash;

/** What a {@link SubmissionKey} was used for. */
public record KeyedSubmission(RequestHash request, JobId job) {}
