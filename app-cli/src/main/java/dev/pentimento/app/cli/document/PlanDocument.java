package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.PlanRefinement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be done, by whom, and for how much.
 *
 * @param model null where the provider names none before the call
 * @param price where the estimate's prices come from; null where the catalogue does not know the model
 * @param prompt the words as they would be sent
 * @param notUnderstood words of the prompt that would have no effect
 * @param standIns who would go on after a failure that certainly cost nothing, in order
 * @param others every other configured provider
 */
public record PlanDocument(
        String provider,
        @Nullable String model,
        int calls,
        CostDocument estimate,
        @Nullable Price price,
        List<TreatmentDocument> treatments,
        String prompt,
        List<String> notUnderstood,
        List<String> standIns,
        List<Other> others) {

    /** What a price list says of itself. */
    public record Price(String source, String checked) {}

    /** Somebody who would not do it, and why not. */
    public record Other(String provider, String reason) {}

    public static PlanDocument of(PlanRefinement.Plan plan) {
        return new PlanDocument(
                plan.provider(),
                plan.model().isEmpty() ? null : plan.model(),
                plan.calls(),
                CostDocument.of(plan.estimate()),
                price(plan.price()),
                plan.treatments().stream().map(TreatmentDocument::of).toList(),
                plan.prompt(),
                plan.notUnderstood(),
                plan.standIns(),
                plan.others().stream()
                        .map(other -> new Other(other.provider(), other.reason()))
                        .toList());
    }

    private static @Nullable Price price(PlanRefinement.@Nullable Price price) {
        return price == null ? null : new Price(price.source(), price.checked().toString());
    }
}
