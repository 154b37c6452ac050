package dev.pentimento.app.cli.document;

import dev.pentimento.domain.refinement.Treatment;

/**
 * What became of one thing that was asked for.
 *
 * @param means {@code native}, {@code emulated} or {@code left_out}
 * @param how for people; may be empty
 */
public record TreatmentDocument(String wish, String means, String how) {
    static TreatmentDocument of(Treatment treatment) {
        return new TreatmentDocument(treatment.wish().label(), treatment.means().label(), treatment.how());
    }
}
