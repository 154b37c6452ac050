package dev.pentimento.adapters.local;

import java.util.Comparator;

/**
 * A line taken for certain words.
 *
 * @param run the line, or some words of it
 * @param likeness -1..1 between the line and the words set in type; 1 = the same
 */
record Reading(WordRun run, String text, double likeness) {
    /** Below this a line does not say these words. */
    static final double SURE = 0.5;

    /** As sure as one must be of words the user has not quoted. */
    static final double VERY_SURE = 0.65;

    /** Of readings that are about as like, the one on the line that holds most counts. */
    static final Comparator<Reading> BY_LIKENESS = Comparator.comparingDouble(reading -> reading.likeness()
            + 0.02 * Math.min(1, reading.run().line().shapes().size() / 40.0));
}
