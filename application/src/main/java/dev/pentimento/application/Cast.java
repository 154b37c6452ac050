package dev.pentimento.application;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.ports.in.PlanRefinement.Aspect;
import java.util.List;

/**
 * Who does the work.
 *
 * @param choice with the provider's name
 * @param aspects how it meets what is asked for
 * @param standIns who goes on after a failure that certainly cost nothing, in order
 */
record Cast(ProviderChoice choice, List<Aspect> aspects, List<String> standIns) {
    Cast {
        aspects = List.copyOf(aspects);
        standIns = List.copyOf(standIns);
    }

    String provider() {
        return Casting.name(choice);
    }
}
