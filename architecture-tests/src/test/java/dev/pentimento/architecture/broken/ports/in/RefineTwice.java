package dev.pentimento.architecture.broken.ports.in;

/** Breaks 9: two methods. */
public interface RefineTwice {
    void handle();

    void undo();
}
