package dev.pentimento.adapters.web.runs;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What whoever meets a failure can do about it. */
final class Advice {
    private static final Map<FailureCode, String> BY_CODE = new EnumMap<>(Map.ofEntries(
            Map.entry(FailureCode.INVALID_REQUEST, "Change what was asked for and submit it again."),
            Map.entry(FailureCode.MODEL_RETIRED, "Ask whoever runs the server to configure the model's successor."),
            Map.entry(FailureCode.REFUSED, "Ask for something that the provider's policy allows."),
            Map.entry(FailureCode.ACCESS_DENIED, "Ask whoever runs the server to check the provider's key."),
            Map.entry(FailureCode.QUOTA_EXHAUSTED, "Wait until there is budget again, or choose another provider."),
            Map.entry(FailureCode.ALREADY_ACTIVE, "Wait for the job that is under way, or cancel it."),
            Map.entry(FailureCode.RATE_LIMITED, "Wait a few minutes and submit it again."),
            Map.entry(FailureCode.NOT_SENT, "Nothing was charged; submit it again."),
            Map.entry(FailureCode.UNAVAILABLE, "Nothing was charged; submit it again later."),
            Map.entry(
                    FailureCode.OUTCOME_UNKNOWN,
                    "It may have been charged; submit it again only if it may be charged a second time."),
            Map.entry(FailureCode.UNINTELLIGIBLE, "It may have been charged; change the request or the provider."),
            Map.entry(FailureCode.CANCELED, "Submit it again if it is still wanted."),
            Map.entry(FailureCode.IMAGE_REJECTED, "Send another image."),
            Map.entry(FailureCode.FETCH_FAILED, "Check the address of the image.")));

    private static final String OURS = "Submit it again; if it keeps failing, tell whoever runs the server.";

    private Advice() {}

    /** One sentence. */
    public static String on(FailureCode code) {
        return BY_CODE.getOrDefault(code, OURS);
    }

    /** What happened to a job and what to do; empty unless it failed or was cancelled. */
    static Optional<String> on(Job job) {
        if (job.status() == JobStatus.CANCELED) {
            return Optional.of(text("It was cancelled", FailureCode.CANCELED));
        }
        return job.failed().map(failed -> text(failed.message(), failed.code()));
    }

    /** The failure of a job as a word for programs; empty unless it failed or was cancelled. */
    static Optional<String> code(Job job) {
        return job.status() == JobStatus.CANCELED
                ? Optional.of(FailureCode.CANCELED.label())
                : job.failed().map(failed -> failed.code().label());
    }

    /** What happened, and what to do. */
    public static String text(String happened, FailureCode code) {
        return sentence(happened) + " " + on(code);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?]\\s*") ? text.strip() : text.strip() + ".";
    }
}
