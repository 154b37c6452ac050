package dev.pentimento.architecture.broken.ports.out;

/** Breaks 17: implemented, and no contract. */
public interface Codec {}
