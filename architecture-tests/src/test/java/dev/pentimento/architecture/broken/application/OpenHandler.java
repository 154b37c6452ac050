package dev.pentimento.architecture.broken.application;

/** Breaks 8: can be subclassed. */
class OpenHandler {}
