package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import java.util.List;

/** Tells what {@link RunBatch} would do, before anything is spent. Keeps nothing, and calls no provider. */
public interface PlanBatch {

    /**
     * Of a batch that goes on, what is left of it.
     *
     * @throws dev.pentimento.ports.failure.PentimentoException as {@link RunBatch} throws
     */
    Plan handle(RunBatch.Command command);

    /**
     * Who would do it, and what it would cost at most, if every prompt went on to its last iteration.
     *
     * @param critic the provider that judges
     * @param writer the provider that writes checklists and prompts
     * @param prompts those that have not come to their end
     * @param done how many have, in a batch that goes on
     * @param estimate of all calls together; never reported, as nothing of it has happened
     */
    record Plan(String critic, String writer, List<Planned> prompts, int done, Cost estimate) {
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
     * @param images how many are made at most, edits among them
     * @param estimate of all calls for it, where each round but the first costs the dearer of making and editing images; never reported
     */
    record Planned(
            String id, String generator, String model, String family, String prompt, int images, Cost estimate) {}
}
