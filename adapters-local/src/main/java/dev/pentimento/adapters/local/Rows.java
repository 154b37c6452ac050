package dev.pentimento.adapters.local;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Works on the rows of a picture side by side; the result does not depend on how many processors there are. */
final class Rows {
    private Rows() {}

    /** Calls {@code row} once for every row, in no order; it may write to its own row only. */
    static void each(int height, IntConsumer row) {
        IntStream.range(0, height).parallel().forEach(row);
    }
}
