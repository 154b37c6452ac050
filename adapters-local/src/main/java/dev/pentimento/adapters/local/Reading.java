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

    static final Comparator<Reading> BY_LIKENESS = Comparator.comparingDouble(Reading::likeness);
}
