package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import java.time.LocalDate;
import java.util.List;

/** Adds up what a user's calls to providers cost; estimates, reported costs and unknown ones apart. */
public interface SumCosts {

    Summary handle(Query query);

    /** Whose. */
    record Query(UserId owner) {}

    /**
     * All of it, three times.
     *
     * @param byConcept the one worked on last first
     * @param byProvider in the order of names
     * @param byDay in UTC, newest first
     */
    record Summary(Total total, List<OfConcept> byConcept, List<OfProvider> byProvider, List<OfDay> byDay) {
        public Summary {
            byConcept = List.copyOf(byConcept);
            byProvider = List.copyOf(byProvider);
            byDay = List.copyOf(byDay);
        }
    }

    /**
     * Costs in micro-USD.
     *
     * @param calls how many were sent
     * @param reported from usage that providers reported
     * @param estimated where they reported none, and of calls under way
     * @param unknown how many calls cost nobody knows what; never part of the amounts
     * @param possible what those of the unknown calls that have an estimate may have cost
     */
    record Total(int calls, long reported, long estimated, int unknown, long possible) {}

    /** For one concept. */
    record OfConcept(Concept concept, Total total) {}

    /** For one provider. */
    record OfProvider(String provider, Total total) {}

    /** For one day. */
    record OfDay(LocalDate day, Total total) {}
}
