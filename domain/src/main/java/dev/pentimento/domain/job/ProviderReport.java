package dev.pentimento.domain.job;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.refinement.Treatment;
import java.util.List;

/**
 * What a provider says it did.
 *
 * @param promptSent the words as they were sent
 * @param notUnderstood words of the prompt that had no effect; empty where a provider cannot tell
 * @param usage what the provider counted
 * @param requestId under which the provider can look it up; empty where it names none
 * @param treatments what became of each thing that was asked for: what the provider did by itself, and what was done for it. Ours, not the
 *     provider's words
 * @param byTrainedModel whether the pixels come from a model that was trained with pictures; pictures say so when they leave
 */
public record ProviderReport(
        String provider,
        String model,
        String promptSent,
        List<String> notUnderstood,
        Cost cost,
        Usage usage,
        String requestId,
        boolean byTrainedModel,
        List<Treatment> treatments) {
    public ProviderReport {
        notUnderstood = List.copyOf(notUnderstood);
        treatments = List.copyOf(treatments);
    }

    /** In a provider's own words. */
    public ProviderReport(
            String provider,
            String model,
            String promptSent,
            List<String> notUnderstood,
            Cost cost,
            Usage usage,
            String requestId,
            boolean byTrainedModel) {
        this(provider, model, promptSent, notUnderstood, cost, usage, requestId, byTrainedModel, List.of());
    }

    /** Of a provider that counts nothing and can look nothing up. */
    public ProviderReport(
            String provider,
            String model,
            String promptSent,
            List<String> notUnderstood,
            Cost cost,
            boolean byTrainedModel) {
        this(provider, model, promptSent, notUnderstood, cost, Usage.UNKNOWN, "", byTrainedModel);
    }

    /** The same work at another cost. */
    public ProviderReport costing(Cost other) {
        return new ProviderReport(
                provider, model, promptSent, notUnderstood, other, usage, requestId, byTrainedModel, treatments);
    }

    /** The same work, of which it is known how it was brought about. */
    public ProviderReport treating(List<Treatment> wishes) {
        return new ProviderReport(
                provider, model, promptSent, notUnderstood, cost, usage, requestId, byTrainedModel, wishes);
    }
}
