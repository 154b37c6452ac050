package dev.pentimento.domain.refinement;

import java.util.Arrays;

/** How freely a provider may read the instruction. */
public enum Creativity {
    /** To the letter. */
    LITERAL(1),
    /** As a designer would take it. */
    BALANCED(2),
    /** As a starting point for ideas of its own. */
    INVENTIVE(3);

    private final int level;

    Creativity(int level) {
        this.level = level;
    }

    /** 1..3. */
    public int level() {
        return level;
    }

    public static Creativity ofLevel(int level) {
        return Arrays.stream(values())
                .filter(creativity -> creativity.level == level)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Creativity level must be 1, 2, or 3 but was " + level));
    }
}
