package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.FailureDocument;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.ShowJob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a completed job was to make and did not.
 *
 * @param failures why
 */
record Shortfall(int wanted, int made, List<FailureDocument> failures) {

    /** Others that were asked before, and for nothing, are no reason. */
    static Shortfall of(ShowJob.Details details) {
        Job job = details.job();
        return new Shortfall(
                job.work().images(),
                job.completed()
                        .map(JobState.Completed::versions)
                        .map(List::size)
                        .orElse(0),
                details.history().lastOfEachPart().stream()
                        .filter(call -> isOfWhoDidIt(call, job))
                        .map(FailureDocument::of)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static boolean isOfWhoDidIt(ProviderCall call, Job job) {
        return job.completed()
                .filter(done -> !done.report().provider().equals(call.provider()))
                .isEmpty();
    }

    /** For people; empty when nothing is missing. */
    Optional<String> words() {
        if (made >= wanted) {
            return Optional.empty();
        }
        String missing = "%d of %d images could not be made".formatted(wanted - made, wanted);
        return Optional.of(failures.isEmpty() ? missing + " of what was delivered" : missing + ": " + why());
    }

    private String why() {
        return failures.stream().map(FailureDocument::message).distinct().collect(Collectors.joining("; "));
    }
}
