package dev.pentimento.adapters.local;

import dev.pentimento.domain.refinement.PreserveAspect;

/** What a word or phrase stands for. */
sealed interface Meaning {

    /**
     * Something the engine can do.
     *
     * @param contrary the word names what the operation takes away, as "clutter" does for minimalist
     */
    record Deed(Operation operation, boolean contrary) implements Meaning {}

    /** A colour. */
    record Hue(ColorName color) implements Meaning {}

    /** Something that can be kept. */
    record Aspect(PreserveAspect aspect) implements Meaning {}

    /** How much of what is said next: 1 = as it stands. */
    record Degree(double factor) implements Meaning {}

    /** Small words that steer, and those without weight. */
    enum Particle implements Meaning {
        MORE,
        LESS,
        REMOVE,
        NOT,
        TOO,
        SO,
        KEEP,
        CHANGE,
        INTO,
        TINTED,
        BACKGROUND,
        /** The picture as a whole. */
        WHOLE,
        POLITE,
        STOP,
        /** Ends a clause. */
        BREAK,
        /** Joins two things of one kind. */
        AND,
        /** Not in the vocabulary. */
        UNKNOWN
    }
}
