package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.refinement.Treatment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what {@link RefineImage} would do, before anything is spent. Keeps nothing, and calls no provider. */
public interface PlanRefinement {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException as {@link RefineImage} throws, also where that would reject the request; if nobody can
     *     do it, the message has the reason for each provider
     */
    Plan handle(RefineImage.Command command);

    /**
     * Who would do it, and how.
     *
     * @param treatments what would become of everything that is asked for
     * @param model empty where the provider names none before the call
     * @param prompt the words as they would be sent
     * @param notUnderstood words of the prompt that would have no effect; empty where that cannot be told before the call
     * @param calls how many the provider would get
     * @param estimate of all calls together
     * @param price where the estimate's prices come from; null = the catalogue does not know the model
     * @param standIns who would go on after a failure that certainly cost nothing, in order
     * @param others every other configured provider, in the order of the configuration
     */
    record Plan(
            String provider,
            List<Treatment> treatments,
            String model,
            String prompt,
            List<String> notUnderstood,
            int calls,
            Cost estimate,
            @Nullable Price price,
            List<String> standIns,
            List<Other> others) {
        public Plan {
            treatments = List.copyOf(treatments);
            notUnderstood = List.copyOf(notUnderstood);
            standIns = List.copyOf(standIns);
            others = List.copyOf(others);
        }
    }

    /**
     * What a price list says of itself.
     *
     * @param source for people, such as a URL
     * @param checked when it was read there
     */
    record Price(String source, LocalDate checked) {}

    /** Somebody who would not do it, and why not; for people. */
    record Other(String provider, String reason) {}
}
