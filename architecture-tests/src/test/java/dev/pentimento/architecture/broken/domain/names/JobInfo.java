package dev.pentimento.architecture.broken.domain.names;

/** Breaks 10: its name says nothing. */
final class JobInfo {}
