package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pentimento.app.cli.document.JobsDocument.Listed;
import dev.pentimento.ports.in.ShowJob;
import java.util.List;

/**
 * One job with all its calls to providers.
 *
 * @param job its fields stand among the others
 * @param calls in the order of planning
 * @param workedOn whether somebody works on all jobs of the home
 */
public record JobDetailsDocument(@JsonUnwrapped Listed job, List<CallDocument> calls, boolean workedOn) {
    public static JobDetailsDocument of(ShowJob.Details details, boolean workedOn) {
        return new JobDetailsDocument(
                Listed.of(details),
                details.calls().stream().map(CallDocument::of).toList(),
                workedOn);
    }
}
