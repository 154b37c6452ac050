package dev.pentimento.domain.submission;

import dev.pentimento.domain.ledger.RequestHash;

/**
 * Marks a submission that may arrive several times and is to be carried out once.
 *
 * @param key what its user calls it, 1..{@value #MAX_LENGTH} visible ASCII characters
 * @param request what it asks for: the same key with another request is a mistake
 */
public record SubmissionKey(String key, RequestHash request) {
    public static final int MAX_LENGTH = 255;

    public SubmissionKey {
        if (!key.matches("[!-~]{1," + MAX_LENGTH + "}")) {
            throw new IllegalArgumentException(
                    "An idempotency key must have 1 to %d visible ASCII characters".formatted(MAX_LENGTH));
        }
    }
}
