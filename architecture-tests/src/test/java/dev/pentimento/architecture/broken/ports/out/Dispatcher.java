package dev.pentimento.architecture.broken.ports.out;

/** Breaks nothing while it waits for its contract. */
public interface Dispatcher {}
