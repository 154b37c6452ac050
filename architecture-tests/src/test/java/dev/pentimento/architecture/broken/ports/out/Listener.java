package dev.pentimento.architecture.broken.ports.out;

/** Breaks nothing: handed in, not handed out, so no driven port. */
public interface Listener {}
