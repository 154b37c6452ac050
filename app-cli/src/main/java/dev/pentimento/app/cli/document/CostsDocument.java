package dev.pentimento.app.cli.document;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.ports.in.SumCosts;
import java.util.List;

/** What calls to providers cost. */
public record CostsDocument(Sum total, List<OfConcept> concepts, List<OfProvider> providers, List<OfDay> days) {

    /**
     * Some calls.
     *
     * @param calls how many were sent
     * @param unknownCalls how many of them cost nobody knows what; no part of the amounts
     * @param possibleMicroUsd what those of them that have an estimate may have cost
     */
    public record Sum(
            int calls, long reportedMicroUsd, long estimatedMicroUsd, int unknownCalls, long possibleMicroUsd) {
        static Sum of(SumCosts.Total total) {
            return new Sum(total.calls(), total.reported(), total.estimated(), total.unknown(), total.possible());
        }
    }

    /** For a concept. */
    public record OfConcept(String conceptId, String prompt, Sum cost) {
        static OfConcept of(SumCosts.OfConcept one) {
            Concept concept = one.concept();
            return new OfConcept(concept.id().toString(), concept.brief().prompt(), Sum.of(one.total()));
        }
    }

    /** For a provider. */
    public record OfProvider(String provider, Sum cost) {}

    /**
     * For a day.
     *
     * @param day in UTC
     */
    public record OfDay(String day, Sum cost) {}

    public static CostsDocument of(SumCosts.Summary summary) {
        return new CostsDocument(
                Sum.of(summary.total()),
                summary.byConcept().stream().map(OfConcept::of).toList(),
                summary.byProvider().stream()
                        .map(one -> new OfProvider(one.provider(), Sum.of(one.total())))
                        .toList(),
                summary.byDay().stream()
                        .map(one -> new OfDay(one.day().toString(), Sum.of(one.total())))
                        .toList());
    }
}
