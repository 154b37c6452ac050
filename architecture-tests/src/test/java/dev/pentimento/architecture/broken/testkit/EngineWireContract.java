package dev.pentimento.architecture.broken.testkit;

import org.junit.jupiter.api.Test;

/** Breaks nothing. */
public abstract class EngineWireContract {
    @Test
    void runs() {}
}
