package dev.pentimento.architecture.broken.ports.in;

/** Breaks nothing: one method, its command and its outcomes. */
public interface Refine {
    Outcome handle(Command command);

    record Command(String prompt) {}

    sealed interface Outcome {
        record Accepted() implements Outcome {}
    }
}
