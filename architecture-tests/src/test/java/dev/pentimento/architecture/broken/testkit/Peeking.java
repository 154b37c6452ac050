package dev.pentimento.architecture.broken.testkit;

import dev.pentimento.architecture.broken.adapters.left.LeftFactory;

/** Breaks 4: a contract that knows an adapter is written for it. */
final class Peeking {
    LeftFactory adapter() {
        return new LeftFactory();
    }
}
