package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.ports.in.PlanRefinement.Other;
import dev.pentimento.ports.in.PlanRefinement.Plan;
import dev.pentimento.ports.in.PlanRefinement.Price;
import dev.pentimento.ports.out.Preview;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what would be done, by whom, for how much, and why not by others. */
final class Outlook {
    private final Models models;

    Outlook(Models models) {
        this.models = models;
    }

    /**
     * @param configured every configured provider that could be asked instead
     * @throws dev.pentimento.ports.failure.ProviderFailure.ModelRetired if the model is gone
     */
    Plan of(
            Cast cast,
            List<Treatment> treatments,
            Preview preview,
            int calls,
            Cost estimate,
            List<Audition> configured) {
        models.requireOffered(cast.provider(), preview.model());
        return new Plan(
                cast.provider(),
                treatments,
                preview.model(),
                preview.prompt(),
                preview.notUnderstood(),
                calls,
                estimate,
                price(cast.provider(), preview.model()),
                cast.standIns(),
                configured.stream()
                        .filter(audition -> !audition.provider().equals(cast.provider()))
                        .map(audition -> new Other(audition.provider(), reason(audition, cast)))
                        .toList());
    }

    private @Nullable Price price(String provider, String model) {
        return models.find(provider, model)
                .map(facts -> new Price(facts.source(), facts.checked()))
                .orElse(null);
    }

    private static String reason(Audition other, Cast cast) {
        if (!other.isPassed()) {
            return other.reason();
        }
        if (cast.isNamed()) {
            return "could do it, but was not asked for";
        }
        return other.isNative() || !cast.isNative()
                ? "could do it, but comes after %s".formatted(cast.provider())
                : "could do it with help only: " + help(other);
    }

    private static String help(Audition other) {
        return other.staging().treatments().stream()
                .filter(treatment -> treatment.means() != Means.NATIVE)
                .map(Treatment::how)
                .collect(Collectors.joining(", "));
    }
}
