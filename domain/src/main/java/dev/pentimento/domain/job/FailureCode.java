package dev.pentimento.domain.job;

import java.util.Locale;

/** Why work failed, as a stable word that programs may rely on. */
public enum FailureCode {
    /** The request cannot be served as it stands. */
    INVALID_REQUEST,
    /** The model is gone; the message names its successor. */
    MODEL_RETIRED,
    /** The provider's policy forbids it. */
    REFUSED,
    /** The key is missing or wrong. */
    ACCESS_DENIED,
    /** The account or the budget is empty. */
    QUOTA_EXHAUSTED,
    /** As many jobs of the user are under way as are allowed. */
    ALREADY_ACTIVE,
    /** As many jobs wait as may. */
    QUEUE_FULL,
    RATE_LIMITED,
    /** Nothing left this machine. */
    NOT_SENT,
    UNAVAILABLE,
    /** The request left, and nobody knows what became of it. */
    OUTCOME_UNKNOWN,
    /** The provider answered with something that is not a usable image. */
    UNINTELLIGIBLE,
    CANCELED,
    /** A file or a provider's answer is not an image we can read. */
    IMAGE_REJECTED,
    /** A URL gave no file, or may not be asked. */
    FETCH_FAILED,
    /** A file is no bundle, or not one that may come in. */
    BUNDLE_REJECTED,
    /** A version, concept or job that does not exist. */
    NOT_FOUND,
    /** The home cannot be read or written. */
    STORAGE,
    SETTINGS,
    /** A mistake of ours. */
    INTERNAL;

    /** The word in JSON, such as {@code outcome_unknown}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
