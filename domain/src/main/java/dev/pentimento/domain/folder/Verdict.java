package dev.pentimento.domain.folder;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.refinement.RefinementKind;

/** What came of a refinement, in words that programs and people have come to expect. */
public enum Verdict {
    PENDING("Pending"),
    RUNNING("Running"),
    SUCCESSFUL("Successful"),
    /** It was done, and no pixel is another. */
    UNCHANGED("No changes needed"),
    NOT_AVAILABLE("Not available"),
    CONNECTION_FAILED("Connection failed"),
    RATE_LIMIT_EXCEEDED("Rate limit exceeded"),
    API_ERROR("API error"),
    AUTHENTICATION_FAILED("Authentication failed"),
    FAILED("Failed");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    static Verdict of(FailureCode code) {
        return switch (code) {
            case MODEL_RETIRED, UNAVAILABLE -> NOT_AVAILABLE;
            case NOT_SENT, FETCH_FAILED -> CONNECTION_FAILED;
            case RATE_LIMITED, QUOTA_EXHAUSTED -> RATE_LIMIT_EXCEEDED;
            case INVALID_REQUEST, REFUSED, OUTCOME_UNKNOWN, UNINTELLIGIBLE -> API_ERROR;
            case ACCESS_DENIED -> AUTHENTICATION_FAILED;
            default -> FAILED;
        };
    }

    /** Such as {@code Text Enhancement: Successful}. */
    public String summary(RefinementKind kind) {
        return "%s: %s".formatted(title(kind), words);
    }

    /** What refinements of a kind are called in summaries. */
    public static String title(RefinementKind kind) {
        return switch (kind) {
            case SUBJECT -> "Subject Enhancement";
            case TEXT -> "Text Enhancement";
            case PROMPT -> "Style Enhancement";
        };
    }
}
