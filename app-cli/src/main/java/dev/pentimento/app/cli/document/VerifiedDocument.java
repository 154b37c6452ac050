package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.in.VerifyHistory.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was looked at, and what is wrong. */
public record VerifiedDocument(
        boolean sound, int concepts, int versions, int images, long bytes, List<Problem> problems) {

    /**
     * Something damaged or missing.
     *
     * @param label of the first version that needs it; null where none does
     * @param sha256 null when it is the records that are damaged
     */
    public record Problem(
            String conceptId,
            @Nullable String label,
            @Nullable String sha256,
            String message) {
        static Problem of(VerifyHistory.Problem problem) {
            return new Problem(
                    problem.concept().toString(),
                    problem.label().isEmpty() ? null : problem.label(),
                    problem.image() == null ? null : problem.image().hex(),
                    problem.message());
        }
    }

    public static VerifiedDocument of(Report report) {
        return new VerifiedDocument(
                report.isSound(),
                report.concepts(),
                report.versions(),
                report.images(),
                report.bytes(),
                report.problems().stream().map(Problem::of).toList());
    }
}
