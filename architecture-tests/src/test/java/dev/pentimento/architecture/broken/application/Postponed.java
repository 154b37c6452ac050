package dev.pentimento.architecture.broken.application;

/** Breaks nothing: it ends no work. */
final class Postponed extends RuntimeException {}
