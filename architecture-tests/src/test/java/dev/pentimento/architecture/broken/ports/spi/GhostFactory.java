package dev.pentimento.architecture.broken.ports.spi;

/** Breaks 18: registered under its name is a class that does not exist. */
public interface GhostFactory {
    String name();
}
