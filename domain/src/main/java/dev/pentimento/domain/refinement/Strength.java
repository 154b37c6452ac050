package dev.pentimento.domain.refinement;

/**
 * How far an edit may move away from its parent: 0 = keep everything, 1 = change freely. It has this one meaning with every provider;
 * an adapter whose vendor counts the other way turns it round.
 */
public record Strength(double value) {
    /** What a user who says nothing expects: the asked-for change, clearly visible. */
    public static final Strength DEFAULT = new Strength(0.6);

    public Strength {
        if (!(value >= 0.0 && value <= 1.0)) {
            throw new IllegalArgumentException("Strength must lie between 0 and 1 but was " + value);
        }
    }

    public boolean keepsEverything() {
        return value == 0;
    }
}
