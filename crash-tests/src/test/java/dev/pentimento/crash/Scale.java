package dev.pentimento.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How much of the suite is run. Every build runs a part that begins with what concerns money, and goes on with a few others that are drawn anew each
 * time; {@code -Dcrash.full=true} runs all of it. {@code -Dcrash.seed=1} draws, and kills, as that run did.
 */
final class Scale {
    static final boolean FULL = Boolean.getBoolean("crash.full");
    static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    private Scale() {}

    /** All of {@code all}, or the {@code essential} of them and so many others. */
    static <T> Stream<T> of(List<T> all, List<T> essential, int others) {
        return FULL ? all.stream() : drawn(all, essential, others, SEED).stream();
    }

    /** In the order of {@code all}. */
    static <T> List<T> drawn(List<T> all, List<T> essential, int others, long seed) {
        List<T> rest = new ArrayList<>(all);
        rest.removeAll(essential);
        Collections.shuffle(rest, new Random(new SplittableRandom(seed).nextLong()));
        List<T> left = rest.subList(Math.min(others, rest.size()), rest.size());
        return all.stream().filter(one -> !left.contains(one)).toList();
    }
}
