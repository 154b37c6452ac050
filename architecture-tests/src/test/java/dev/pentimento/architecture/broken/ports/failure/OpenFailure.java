package dev.pentimento.architecture.broken.ports.failure;

/** Breaks 20: anybody may add a kind of failure. */
public class OpenFailure extends RuntimeException {
    public OpenFailure(String message) {
        super(message);
    }
}
