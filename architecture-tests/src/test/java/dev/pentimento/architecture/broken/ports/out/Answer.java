package dev.pentimento.architecture.broken.ports.out;

/** Breaks nothing: handed out as plain data. */
public sealed interface Answer {
    record Yes() implements Answer {}
}
