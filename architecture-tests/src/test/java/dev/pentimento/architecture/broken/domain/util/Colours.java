package dev.pentimento.architecture.broken.domain.util;

/** Breaks 10: lives in a package without a subject. */
final class Colours {}
