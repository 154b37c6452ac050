package dev.pentimento.architecture.broken.ports.out;

/** Breaks 10: a vendor with a short name. */
public interface FalQueue {}
