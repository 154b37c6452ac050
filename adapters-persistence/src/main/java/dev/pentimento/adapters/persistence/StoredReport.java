package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.job.ProviderReport;

/** How the report of a provider is stored. */
final class StoredReport {
    /** Reports of the time before this was asked say nothing: then there was only the local engine, which was not trained. */
    private static final long NO_MODEL = 0;

    private StoredReport() {}

    static Document write(ProviderReport report) {
        return Document.empty()
                .with("provider", report.provider())
                .with("model", report.model())
                .with("prompt_sent", report.promptSent())
                .with("not_understood", report.notUnderstood())
                .with("cost", StoredCost.write(report.cost()))
                .with("by_trained_model", report.byTrainedModel() ? 1L : null);
    }

    static ProviderReport read(Document report) {
        return new ProviderReport(
                report.text("provider"),
                report.text("model"),
                report.text("prompt_sent"),
                report.texts("not_understood"),
                StoredCost.read(report.document("cost")),
                report.optionalNumber("by_trained_model").orElse(NO_MODEL) != NO_MODEL);
    }
}
