package dev.pentimento.architecture.broken.domain.unmarked;

/** Breaks 16: its package says nothing about null. */
final class Careless {}
