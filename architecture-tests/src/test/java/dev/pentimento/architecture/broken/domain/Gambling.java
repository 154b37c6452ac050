package dev.pentimento.architecture.broken.domain;

import java.util.Random;

/** Breaks 12: rolls its own dice. */
final class Gambling {
    int roll() {
        return new Random().nextInt(6) + 1;
    }
}
