package dev.pentimento.adapters.web.runs;

import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.FiledRefinement;
import java.util.List;

/**
 * All refinements of a run, in the order of submission.
 *
 * @param totalCost of those whose cost is known, in USD
 * @param unknownCosts how many cost nobody knows what
 */
record RefinementList(List<RefinementDocument> refinements, double totalCost, int totalRefinements, long unknownCosts) {

    static RefinementList of(ConceptFolder run) {
        List<FiledRefinement> all = run.refinements();
        long known = all.stream()
                .mapToLong(refinement -> refinement.cost().microUsd().orElse(0))
                .sum();
        return new RefinementList(
                all.stream()
                        .map(refinement -> RefinementDocument.of(run, refinement))
                        .toList(),
                Dollars.of(known),
                all.size(),
                all.stream()
                        .filter(refinement -> refinement.cost().microUsd().isEmpty())
                        .count());
    }
}
