package dev.pentimento.application;

/** Not a failure of the work: the home is closed, and what was under way is treated as after a crash. */
final class LetGo extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LetGo() {
        super("The home was closed");
    }
}
