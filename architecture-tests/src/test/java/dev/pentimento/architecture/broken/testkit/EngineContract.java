package dev.pentimento.architecture.broken.testkit;

import org.junit.jupiter.api.Test;

/** Breaks nothing. */
public abstract class EngineContract {
    @Test
    void runs() {}
}
