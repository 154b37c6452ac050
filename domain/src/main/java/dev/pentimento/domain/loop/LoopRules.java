package dev.pentimento.domain.loop;

/**
 * How long the loop goes on, and when an image is good enough.
 *
 * @param variants how many images are made in an iteration, 1..{@value #MAX_VARIANTS}
 * @param maxIterations 1..{@value #MAX_ITERATIONS}
 * @param target the overall score at which it stops, 0..1
 */
public record LoopRules(int variants, int maxIterations, double target) {
    public static final int MAX_VARIANTS = 10;
    public static final int MAX_ITERATIONS = 10;

    /** Scores this near to each other say nothing of which image is better, and progress less than this is none. */
    public static final double TIE = 0.02;

    public static final LoopRules DEFAULT = new LoopRules(1, 3, 0.85);

    public LoopRules {
        requireRange("Variants", variants, MAX_VARIANTS);
        requireRange("Iterations", maxIterations, MAX_ITERATIONS);
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("The target must lie between 0 and 1 but is " + target);
        }
    }

    private static void requireRange(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be 1 to %d but are %d".formatted(name, most, value));
        }
    }
}
