package dev.pentimento.app.cli;

import dev.pentimento.domain.job.FailureCode;
import java.util.EnumMap;
import java.util.Map;

/** The one table of how the process ends. */
final class ExitCodes {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    static final int ACCESS = 3;
    static final int REFUSED = 4;
    static final int QUOTA = 5;
    static final int OUTCOME_UNKNOWN = 6;
    /** As shells say of a process that Ctrl-C ended. */
    static final int INTERRUPTED = 130;
    /** As shells say of a process that was told to end. */
    static final int TERMINATED = 143;

    static final Map<FailureCode, Integer> CODES = new EnumMap<>(Map.ofEntries(
            Map.entry(FailureCode.INVALID_REQUEST, USAGE),
            Map.entry(FailureCode.MODEL_RETIRED, USAGE),
            Map.entry(FailureCode.SETTINGS, USAGE),
            Map.entry(FailureCode.ACCESS_DENIED, ACCESS),
            Map.entry(FailureCode.REFUSED, REFUSED),
            Map.entry(FailureCode.QUOTA_EXHAUSTED, QUOTA),
            Map.entry(FailureCode.ALREADY_ACTIVE, QUOTA),
            Map.entry(FailureCode.QUEUE_FULL, QUOTA),
            Map.entry(FailureCode.OUTCOME_UNKNOWN, OUTCOME_UNKNOWN),
            Map.entry(FailureCode.CANCELED, INTERRUPTED),
            Map.entry(FailureCode.RATE_LIMITED, FAILURE),
            Map.entry(FailureCode.NOT_SENT, FAILURE),
            Map.entry(FailureCode.UNAVAILABLE, FAILURE),
            Map.entry(FailureCode.UNINTELLIGIBLE, FAILURE),
            Map.entry(FailureCode.IMAGE_REJECTED, FAILURE),
            Map.entry(FailureCode.FETCH_FAILED, FAILURE),
            Map.entry(FailureCode.BUNDLE_REJECTED, FAILURE),
            Map.entry(FailureCode.NOT_FOUND, FAILURE),
            Map.entry(FailureCode.STORAGE, FAILURE),
            Map.entry(FailureCode.INTERNAL, FAILURE)));

    private ExitCodes() {}

    static int of(FailureCode code) {
        return CODES.getOrDefault(code, FAILURE);
    }
}
