package dev.pentimento.architecture.broken.domain.names;

/** Breaks 10: an empty word in front is empty too. */
final class DataJob {}
