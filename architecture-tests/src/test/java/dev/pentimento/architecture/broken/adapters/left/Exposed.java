package dev.pentimento.architecture.broken.adapters.left;

/** Breaks 7: public. */
public final class Exposed {}
