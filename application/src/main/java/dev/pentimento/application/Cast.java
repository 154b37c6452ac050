package dev.pentimento.application;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.refinement.Treatment;
import java.util.List;

/**
 * Who does the work.
 *
 * @param choice with the provider's name
 * @param treatments what becomes of everything that is asked for
 * @param isNamed whether somebody asked for the provider by its name
 * @param standIns who goes on after a failure that certainly cost nothing, in order
 */
record Cast(ProviderChoice choice, List<Treatment> treatments, boolean isNamed, List<String> standIns) {
    Cast {
        treatments = List.copyOf(treatments);
        standIns = List.copyOf(standIns);
    }

    boolean isNative() {
        return new Staging(treatments).isNative();
    }

    String provider() {
        return Casting.name(choice);
    }
}
