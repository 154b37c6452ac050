package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pentimento.app.cli.document.JobsDocument.Listed;
import dev.pentimento.ports.in.ShowJob;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job with all its calls to providers.
 *
 * @param job its fields stand among the others
 * @param calls in the order of planning
 * @param notBefore when it may be gone on with at the earliest; null unless it has to wait
 * @param workedOn whether somebody works on all jobs of the home
 */
public record JobDetailsDocument(
        @JsonUnwrapped Listed job, @Nullable String notBefore, List<CallDocument> calls, boolean workedOn) {
    public static JobDetailsDocument of(ShowJob.Details details, boolean workedOn) {
        return new JobDetailsDocument(
                Listed.of(details),
                details.waitsUntil().map(Instant::toString).orElse(null),
                details.calls().stream().map(CallDocument::of).toList(),
                workedOn);
    }
}
