package dev.pentimento.architecture.broken.ports.in;

/** Breaks 9: its method is not called handle. */
public interface Perform {
    void perform();
}
