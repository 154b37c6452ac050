package dev.pentimento.architecture.broken.ports.out;

/** Breaks 10: named after a vendor. */
public interface OpenAiEditor {}
