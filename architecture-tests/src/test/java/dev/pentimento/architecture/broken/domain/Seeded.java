package dev.pentimento.architecture.broken.domain;

import java.util.Random;

/** Breaks nothing: chance that can be repeated. */
final class Seeded {
    int roll(long seed) {
        return new Random(seed).nextInt(6) + 1;
    }
}
