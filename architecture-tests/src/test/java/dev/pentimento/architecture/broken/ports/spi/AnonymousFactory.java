package dev.pentimento.architecture.broken.ports.spi;

/** Breaks nothing itself, but those who implement it cannot say their names. */
public interface AnonymousFactory {}
