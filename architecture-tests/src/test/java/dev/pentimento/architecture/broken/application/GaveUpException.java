package dev.pentimento.architecture.broken.application;

/** Breaks 20: a failure outside the ports. */
final class GaveUpException extends Exception {}
