package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
                .with("usage", usage(report.usage()))
                .with("request_id", report.requestId().isEmpty() ? null : report.requestId())
                .with("by_trained_model", report.byTrainedModel() ? 1L : null)
                .with("treatments", treatments(report));
    }

    private static @Nullable List<Document> treatments(ProviderReport report) {
        List<Document> treatments = report.treatments().stream()
                .map(treatment -> Document.empty()
                        .with("wish", treatment.wish().label())
                        .with("means", treatment.means().label())
                        .with("how", treatment.how()))
                .toList();
        return treatments.isEmpty() ? null : treatments;
    }

    private static Treatment treatment(Document treatment) {
        return new Treatment(
                Wish.ofLabel(treatment.text("wish")), Means.ofLabel(treatment.text("means")), treatment.text("how"));
    }

    private static @Nullable Document usage(Usage usage) {
        Document amounts = Document.empty();
        usage.amounts().forEach((unit, amount) -> amounts.with(name(unit), amount));
        return usage.isKnown() ? amounts : null;
    }

    private static Usage usage(Document amounts) {
        Map<PriceUnit, Long> known = new EnumMap<>(PriceUnit.class);
        for (PriceUnit unit : PriceUnit.values()) {
            amounts.optionalNumber(name(unit)).ifPresent(amount -> known.put(unit, amount));
        }
        return new Usage(known);
    }

    private static String name(PriceUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    static ProviderReport read(Document report) {
        return new ProviderReport(
                report.text("provider"),
                report.text("model"),
                report.text("prompt_sent"),
                report.texts("not_understood"),
                StoredCost.read(report.document("cost")),
                report.optionalDocument("usage").map(StoredReport::usage).orElse(Usage.UNKNOWN),
                report.optionalText("request_id").orElse(""),
                report.optionalNumber("by_trained_model").orElse(NO_MODEL) != NO_MODEL,
                report.optionalDocuments("treatments", StoredReport::treatment));
    }
}
