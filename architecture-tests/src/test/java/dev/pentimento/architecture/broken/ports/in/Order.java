package dev.pentimento.architecture.broken.ports.in;

/** Breaks 9: not an interface. */
public record Order(String text) {
    void handle() {}
}
