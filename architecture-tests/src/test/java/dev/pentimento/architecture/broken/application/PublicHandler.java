package dev.pentimento.architecture.broken.application;

/** Breaks 8: others can call it past its port. */
public final class PublicHandler {}
