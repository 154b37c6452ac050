package dev.pentimento.domain.image;

/** The rule that two pictures can only be laid over each other when their sizes agree. */
final class SameSize {
    private SameSize() {}

    static void check(String what, ImageSize actual, ImageSize expected) {
        if (!actual.equals(expected)) {
            throw new IllegalArgumentException("%s is %s px but must be %s px".formatted(what, actual, expected));
        }
    }
}
