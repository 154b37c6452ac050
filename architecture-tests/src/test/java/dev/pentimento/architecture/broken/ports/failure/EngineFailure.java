package dev.pentimento.architecture.broken.ports.failure;

/** Breaks nothing: a closed family. */
public abstract sealed class EngineFailure extends RuntimeException {
    EngineFailure(String message) {
        super(message);
    }

    public static final class Refused extends EngineFailure {
        public Refused(String reason) {
            super(reason);
        }
    }
}
