package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.JobState;
import java.util.Arrays;
import java.util.List;

/** How a job's state is stored; its type is the label of the status, by which the database guards it. */
final class StoredState {
    private StoredState() {}

    static Document write(JobState state) {
        Document document = Document.ofType(state.status().label());
        if (state instanceof JobState.Completed completed) {
            List<String> versions =
                    completed.versions().stream().map(VersionId::toString).toList();
            return document.with("versions", versions).with("report", StoredReport.write(completed.report()));
        }
        if (state instanceof JobState.Failed failed) {
            return document.with("code", failed.code().label()).with("message", failed.message());
        }
        return document;
    }

    static JobState read(Document state) {
        return switch (state.type()) {
            case "pending" -> new JobState.Pending();
            case "processing" -> new JobState.Processing();
            case "completed" ->
                new JobState.Completed(
                        state.texts("versions", VersionId::parse), StoredReport.read(state.document("report")));
            case "failed" -> new JobState.Failed(code(state.text("code")), state.text("message"));
            case "canceled" -> new JobState.Canceled();
            default -> throw state.unknown("state");
        };
    }

    static FailureCode code(String label) {
        return Arrays.stream(FailureCode.values())
                .filter(code -> code.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown failure code '%s'".formatted(label)));
    }
}
