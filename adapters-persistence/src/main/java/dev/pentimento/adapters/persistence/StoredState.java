package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import java.util.Arrays;
import java.util.List;

/** How a job's state is stored; its type is the label of the status, by which the database guards it. */
final class StoredState {
    /** Reports of the time before this was asked say nothing: then there was only the local engine, which was not trained. */
    private static final long NO_MODEL = 0;

    private StoredState() {}

    static Document write(JobState state) {
        Document document = Document.ofType(state.status().label());
        if (state instanceof JobState.Completed completed) {
            List<String> versions =
                    completed.versions().stream().map(VersionId::toString).toList();
            return document.with("versions", versions).with("report", write(completed.report()));
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
                new JobState.Completed(state.texts("versions", VersionId::parse), report(state.document("report")));
            case "failed" -> new JobState.Failed(code(state.text("code")), state.text("message"));
            case "canceled" -> new JobState.Canceled();
            default -> throw state.unknown("state");
        };
    }

    private static FailureCode code(String label) {
        return Arrays.stream(FailureCode.values())
                .filter(code -> code.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown failure code '%s'".formatted(label)));
    }

    private static Document write(ProviderReport report) {
        return Document.empty()
                .with("provider", report.provider())
                .with("model", report.model())
                .with("prompt_sent", report.promptSent())
                .with("not_understood", report.notUnderstood())
                .with("cost", write(report.cost()))
                .with("by_trained_model", report.byTrainedModel() ? 1L : null);
    }

    private static ProviderReport report(Document report) {
        return new ProviderReport(
                report.text("provider"),
                report.text("model"),
                report.text("prompt_sent"),
                report.texts("not_understood"),
                cost(report.document("cost")),
                report.optionalNumber("by_trained_model").orElse(NO_MODEL) != NO_MODEL);
    }

    private static Document write(Cost cost) {
        if (cost instanceof Cost.Known known) {
            String type = known.basis() == CostBasis.REPORTED ? "reported" : "estimated";
            return Document.ofType(type).with("micro_usd", known.amount());
        }
        return Document.ofType("unknown");
    }

    private static Cost cost(Document cost) {
        return switch (cost.type()) {
            case "reported" -> Cost.reported(cost.number("micro_usd"));
            case "estimated" -> Cost.estimated(cost.number("micro_usd"));
            case "unknown" -> Cost.unknown();
            default -> throw cost.unknown("cost");
        };
    }
}
