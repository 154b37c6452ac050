package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import java.util.List;

/** Tells what {@link RunBatch} would do, before anything is spent. Keeps nothing, and calls no provider. */
public interface PlanBatch {

    /** @throws dev.pentimento.ports.failure.PentimentoException as {@link RunBatch} throws */
    Plan handle(RunBatch.Command command);

    /**
     * Who would do it, and what it would cost at most, if every prompt went on to its last iteration.
     *
     * @param critic the provider that judges
     * @param writer the provider that writes checklists and prompts
     * @param estimate of all calls together
     */
    record Plan(String critic, String writer, List<Planned> prompts, Cost estimate) {
        public Plan {
            prompts = List.copyOf(prompts);
        }
    }

    /**
     * One prompt.
     *
     * @param family how the generator is addressed
     * @param prompt the words of the first iteration
     * @param model empty where the provider names none before the call
     * @param images how many are made at most
     * @param estimate of all calls for it
     */
    record Planned(
            String id, String generator, String model, String family, String prompt, int images, Cost estimate) {}
}
