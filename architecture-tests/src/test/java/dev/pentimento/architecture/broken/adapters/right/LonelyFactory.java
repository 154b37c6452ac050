package dev.pentimento.architecture.broken.adapters.right;

/** Breaks 18: a factory of nothing. */
public final class LonelyFactory {}
