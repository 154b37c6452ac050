package dev.pentimento.architecture.broken.ports.out;

/** Breaks 10: named after a technology. */
public interface HttpEditor {}
