package dev.pentimento.architecture.broken.domain;

/** Breaks nothing: the domain may declare how its laws are broken. */
final class IllegalColourException extends RuntimeException {
    IllegalColourException(String colour) {
        super("No such colour: " + colour);
    }
}
