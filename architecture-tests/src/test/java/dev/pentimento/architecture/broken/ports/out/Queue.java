package dev.pentimento.architecture.broken.ports.out;

/** Breaks 10: a vendor in the name of a method, where a fallback is fine. */
public interface Queue {
    void fallback();

    void falStatus();
}
