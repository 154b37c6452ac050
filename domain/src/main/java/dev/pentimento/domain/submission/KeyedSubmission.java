package dev.pentimento.domain.submission;

import dev.pentimento.domain.ledger.RequestHash;

/**
 * What a {@link SubmissionKey} was used for.
 *
 * @param request what was asked for
 * @param made what came of it
 */
public record KeyedSubmission(RequestHash request, Creation made) {

    /** Whether somebody who comes with this key asks for the same. */
    public boolean isAskedForBy(SubmissionKey key) {
        return request.equals(key.request());
    }
}
