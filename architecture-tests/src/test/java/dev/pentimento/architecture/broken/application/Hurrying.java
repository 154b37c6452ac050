package dev.pentimento.architecture.broken.application;

/** Breaks 12: measures time by itself. */
final class Hurrying {
    long started() {
        return System.nanoTime();
    }
}
