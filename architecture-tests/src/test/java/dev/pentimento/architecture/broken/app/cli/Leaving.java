package dev.pentimento.architecture.broken.app.cli;

/** Breaks nothing: the app may end the process. */
final class Leaving {
    void leave() {
        System.exit(0);
    }
}
