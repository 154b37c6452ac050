package dev.pentimento.architecture.broken.domain;

/** Breaks 11: its state can change. */
final class Drifting {
    private int steps;

    int step() {
        return ++steps;
    }
}
