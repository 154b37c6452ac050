package dev.pentimento.architecture.broken.domain.names;

/** Breaks nothing: the empty words are parts of other words. */
final class Metadata {
    record Implied(int datasets) {}
}
