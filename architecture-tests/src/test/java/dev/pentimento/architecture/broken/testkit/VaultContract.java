package dev.pentimento.architecture.broken.testkit;

/** Breaks 17: asks for nothing. */
public abstract class VaultContract {}
