package dev.pentimento.architecture.broken.testkit;

import org.junit.jupiter.api.Test;

/** Breaks 17: not abstract, so nobody has to keep it. */
public class PromiseContract {
    @Test
    void isKept() {}
}
