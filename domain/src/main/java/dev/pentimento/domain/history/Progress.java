package dev.pentimento.domain.history;

/**
 * How far something long has come.
 *
 * @param step what is being done, in words for people
 * @param done of {@code total}, in bytes
 */
public record Progress(String step, long done, long total) {

    /** 0..1. */
    public double share() {
        return total == 0 ? 1 : (double) done / total;
    }
}
