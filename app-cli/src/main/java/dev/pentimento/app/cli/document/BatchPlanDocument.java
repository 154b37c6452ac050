package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.PlanBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch would do, and what it would cost at most.
 *
 * @param critic the provider that would judge
 * @param writer the provider that would write checklists and prompts
 * @param done how many prompts have come to their end already; they are not among the others
 */
public record BatchPlanDocument(String critic, String writer, CostDocument estimate, int done, List<Planned> prompts) {

    /**
     * One prompt.
     *
     * @param model null where the provider names none before the call
     * @param images how many are made at most
     */
    public record Planned(
            String id,
            String generator,
            @Nullable String model,
            String family,
            String prompt,
            int images,
            CostDocument estimate) {}

    public static BatchPlanDocument of(PlanBatch.Plan plan) {
        return new BatchPlanDocument(
                plan.critic(),
                plan.writer(),
                CostDocument.of(plan.estimate()),
                plan.done(),
                plan.prompts().stream()
                        .map(prompt -> new Planned(
                                prompt.id(),
                                prompt.generator(),
                                prompt.model().isEmpty() ? null : prompt.model(),
                                prompt.family(),
                                prompt.prompt(),
                                prompt.images(),
                                CostDocument.of(prompt.estimate())))
                        .toList());
    }
}
