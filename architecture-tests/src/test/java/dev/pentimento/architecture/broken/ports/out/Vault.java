package dev.pentimento.architecture.broken.ports.out;

/** Breaks 17 when it is said to wait: it has a contract. */
public interface Vault {}
