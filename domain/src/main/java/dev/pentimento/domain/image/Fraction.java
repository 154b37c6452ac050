package dev.pentimento.domain.image;

/** The rule that a number is a fraction of something. */
final class Fraction {
    private Fraction() {}

    static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must lie between 0 and 1 but was %s".formatted(name, value));
        }
    }

    static void checkPositive(String name, double value) {
        check(name, value);
        if (value == 0) {
            throw new IllegalArgumentException(name + " must be more than 0");
        }
    }
}
